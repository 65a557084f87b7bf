// 检索框：一边输入一边给建议。Without it the form leads to the page of the search.
// A combobox with a list of suggestions (ARIA Authoring Practices): arrows walk, Enter goes, Escape closes. The names are
// scripts of their own, since file:// pages may not fetch; none is loaded before something is typed.
(() => {
  "use strict";
  const form = document.querySelector("form.find");
  if (!form) return;
  const box = form.querySelector("input"), root = document.body.dataset.root;
  const version = document.currentScript?.src.split(".").at(-2) ?? "";
  const MOST = 8, KEPT = 5;

  // 取文件: each hands over its content by name, as those of the search page do.
  const arrived = new Map();
  if (!window.FGS) window.FGS = (name, content) => { arrived.set(name, content); };
  const load = name => new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = `${root}search/${name}.js?v=${version}`;
    script.onload = () => { done(arrived.get(name)); };
    script.onerror = () => { fail(new Error(name)); };
    document.head.append(script);
  });

  // 名称: one file after another, so that a first key press waits for the first alone.
  const names = [], readings = new Map();
  let coming = null;
  const gather = () => coming ??= (async () => {
    const { files, readings: table } = await load("pinyin");
    table.split(";").forEach(part => {
      const [, syllable, hanzi] = /^([a-z]+)(.*)$/u.exec(part) ?? [];
      for (const c of hanzi ?? "") readings.set(c, [...readings.get(c) ?? [], syllable]);
    });
    for (let n = 0; n < files; n++) {
      for (const [kind, pattern, rows] of await load(`names-${n}`)) {
        rows.forEach(([name, code = "", also = "", text = ""]) => names.push({
          name, kind, code: code.toLowerCase(), text, path: pattern.replace("*", code),
          letters: [...plain(name)], also: also.split(" ").filter(Boolean).map(plain),
        }));
      }
      show();
    }
  })().catch(() => { coming = null; });

  // Half-width, lower case, without marks; lv is read as lu.
  const plain = text => text.replace(/[！-～]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xFEE0)).toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "").replace(/([ln])v/g, "$1u");

  // Whether letters from a place on read as the query: each by itself, or by its pinyin.
  const reads = (letters, at, query, from) => {
    if (from === query.length) return true;
    if (at === letters.length) return false;
    if (letters[at] === query[from] && reads(letters, at + 1, query, from + 1)) return true;
    return (readings.get(letters[at]) ?? []).some(syllable => {
      // Whole, by its initial, or as far as one has typed.
      const parts = [syllable.length, /^[zcs]h/.test(syllable) ? 2 : 1, 1, query.length - from];
      return parts.some(n => query.startsWith(syllable.slice(0, n), from)
        && reads(letters, at + 1, query, from + Math.min(n, syllable.length)));
    });
  };
  // The same, and between them letters may be left out: 东溪初中 of 东溪镇初级中学.
  const follows = (letters, query) => {
    let at = 0;
    return [...query].every(c => {
      while (at < letters.length && letters[at] !== c && !readings.get(letters[at])?.some(s => s[0] === c)) at++;
      return at++ < letters.length;
    });
  };
  // One character is another; of two only where the name begins so.
  const nearly = (letters, query) => {
    const asked = [...query];
    if (asked.length < 2 || asked.some(c => c < "\x80")) return false;
    return letters.some((_, at) => (asked.length > 2 || at === 0) && at + asked.length <= letters.length
      && asked.filter((c, n) => letters[at + n] !== c).length === 1);
  };
  // The less the better; none where nothing matches.
  const order = (entry, query) => {
    const { letters, code, also } = entry, name = letters.join("");
    const isCode = /\d/.test(query) && plain(code).startsWith(query);
    if (name === query || plain(code) === query || also.includes(query)) return 0;
    if (name.startsWith(query) || isCode) return 1;
    if (also.some(word => word.startsWith(query))) return 2;
    if (name.includes(query)) return 2;
    if (reads(letters, 0, query, 0)) return 3;
    if (query.length > 1 && letters.some((_, at) => reads(letters, at, query, 0))) return 4;
    if (query.length > 1 && also.some(word => word.includes(query) || reads([...word], 0, query, 0))) return 5;
    return query.length > 2 && follows(letters, query) ? 6 : null;
  };
  const find = query => {
    const found = names
      .map(entry => ({ entry, order: order(entry, query) }))
      .filter(x => x.order !== null)
      .sort((a, b) => a.order - b.order || (a.order > 2) * (a.entry.letters.length - b.entry.letters.length))
      .map(x => x.entry);
    return (found.length ? found : names.filter(entry => nearly(entry.letters, query))).slice(0, MOST);
  };

  // 最近看过: kept by the browser alone.
  const seen = () => { try { return JSON.parse(localStorage.getItem("seen")) ?? []; } catch { return []; } };
  const title = document.querySelector("h1[data-seen]");
  if (title) {
    const path = location.href.split(/[?#]/)[0].slice(new URL(root || ".", location.href).href.length);
    const all = [{ name: title.textContent.trim(), path }, ...seen().filter(s => s.path !== path)].slice(0, KEPT);
    try { localStorage.setItem("seen", JSON.stringify(all)); } catch { /* Private windows keep nothing. */ }
  }

  const list = document.createElement("ul"), status = document.createElement("span");
  list.id = `${box.id}-list`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "检索建议");
  status.className = "vh";
  status.setAttribute("role", "status");
  form.append(list, status);
  Object.entries({
    role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
  }).forEach(([name, value]) => box.setAttribute(name, value));

  let at = -1;
  const options = () => [...list.children];
  const close = () => {
    list.hidden = true;
    at = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const select = n => {
    at = n;
    options().forEach((o, i) => { o.setAttribute("aria-selected", String(i === n)); });
    if (n < 0) { box.removeAttribute("aria-activedescendant"); return; }
    box.setAttribute("aria-activedescendant", options()[n].id);
    options()[n].scrollIntoView({ block: "nearest" });
  };
  const go = option => { location.href = option.dataset.href; };
  const option = ({ name, kind, text, path }, n) => {
    const item = document.createElement("li");
    item.id = `${list.id}-${n}`;
    item.dataset.href = root + path;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.append(name);
    [kind, text].filter(Boolean).forEach(words => {
      const small = document.createElement("small");
      small.textContent = words;
      item.append(" ", small);
    });
    return item;
  };
  function show() {
    if (document.activeElement !== box) return;
    const typed = box.value.trim(), query = plain(typed);
    const found = query ? find(query) : seen().map(s => ({ ...s, kind: "最近看过" }));
    if (query && !names.length) return;
    const all = query
      ? [...found, { name: `检索“${typed}”的全部结果`, path: `search/index.html?q=${encodeURIComponent(typed)}` }]
      : found;
    list.replaceChildren(...all.map(option));
    at = -1;
    box.removeAttribute("aria-activedescendant");
    list.hidden = !all.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = !query ? "" : found.length ? `${found.length}条建议` : "没有建议，按回车检索全站";
  }

  box.addEventListener("focus", show);
  box.addEventListener("input", () => { gather(); show(); });
  box.addEventListener("blur", () => setTimeout(close, 150));
  box.addEventListener("keydown", e => {
    if (e.isComposing) return;
    const count = options().length;
    if (e.key === "Escape") {
      if (!list.hidden) { e.preventDefault(); close(); }
    } else if (e.key === "Enter" && !list.hidden && at >= 0) {
      e.preventDefault();
      go(options()[at]);
    } else if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      if (list.hidden) show();
      else if (count) select(e.key === "ArrowDown" ? (at + 1) % count : (at <= 0 ? count : at) - 1);
    }
  });
  list.addEventListener("mousedown", e => e.preventDefault());
  list.addEventListener("click", e => { const o = e.target.closest("[role=option]"); if (o) go(o); });
})();
