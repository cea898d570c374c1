"""Pages of graphs: the claims board, the article with its evidence, map, timeline and network, in one file each."""

from khabar.report.data import page_data
from khabar.report.page import render_page, report_html

__all__ = ["page_data", "render_page", "report_html"]
