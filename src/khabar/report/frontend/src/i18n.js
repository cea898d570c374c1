// The interface's words in both languages, plurals, numbers and dates.
import ar from "./lang/ar.json";
import en from "./lang/en.json";

const WORDS = { ar, en };
// Western digits in both: the articles, offsets and queries use them, and an eye compares them faster.
const LOCALE = { ar: "ar-SY-u-nu-latn", en: "en-GB" };

export const lang = { current: "en" };

export const isRtl = () => WORDS[lang.current].direction === "rtl";

/** A text of the interface; `{name}` is filled in, and plural forms are chosen by `n`. */
export function t(key, values = {}) {
  let text = WORDS[lang.current][key] ?? key;
  if (typeof text === "object") {
    const rule = new Intl.PluralRules(lang.current).select(values.n);
    text = (values.n === 0 && text.zero) || text[rule] || text.other;
  }
  return text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? number(values[name]) : values[name] ?? ""));
}

export const number = (value) => new Intl.NumberFormat(LOCALE[lang.current]).format(value);

const utc = (iso) => new Date(`${iso}T00:00:00Z`);

/** A day for people; in Arabic with both names of the month, as the region's press writes it. */
export function day(iso, { short = false } = {}) {
  const date = utc(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const form = (locale, options) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }).format(date);
  if (lang.current === "en") return form("en-GB", { day: "numeric", month: short ? "short" : "long", year: "numeric" });
  const names = [form("ar-SY", { month: "long" }), form("ar-EG", { month: "long" })];
  const month = short || names[0] === names[1] ? names[0] : names.join("/");
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

/** A span of days with open ends. */
export function days(earliest, latest) {
  if (earliest && latest) return earliest === latest ? day(earliest) : `${day(earliest)} – ${day(latest)}`;
  if (earliest) return `${t("from")} ${day(earliest)}`;
  if (latest) return `${t("until")} ${day(latest)}`;
  return "";
}

/** The label in the interface's language, else the one as written, else any. */
export function pick(labels) {
  return labels?.[lang.current] ?? labels?.ar ?? labels?.und ?? Object.values(labels ?? {})[0] ?? "";
}
