// Large pages carry their data compressed: undo that, then start.
const element = document.getElementById("data");
if (element.dataset.encoding === "gzip") {
  const bytes = Uint8Array.from(atob(element.textContent), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  new Response(stream).text().then((text) => { element.textContent = text; return import("./main.js"); });
} else import("./main.js");
