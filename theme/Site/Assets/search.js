// 站内检索：二字索引，按需取片，不用服务器，file:// 也能用。
// The index is made by Site/Search. A query takes the shards of its bigrams, then the texts of the best candidates, and checks every
// phrase against the text itself, so that nothing is found that is not there.
(() => {
  "use strict";
  const host = document.getElementById("search");
  if (!host) return;
  const base = host.dataset.src;
  const version = host.dataset.version;
  const waiting = new Map();
  const have = { p: new Map(), d: new Map() };
  let meta = null;

  // Shards are scripts: fetch is not allowed from file://.
  const load = name => {
    if (!waiting.has(name)) {
      waiting.set(name, new Promise((done, fail) => {
        const script = document.createElement("script");
        script.src = `${base}${name}.js?v=${version}`;
        script.onload = done;
        script.onerror = () => { waiting.delete(name); fail(new Error(name)); };
        document.head.append(script);
      }));
    }
    return waiting.get(name);
  };
  window.FGS = {
    m: value => { meta = value; },
    p: (n, value) => { have.p.set(n, value); },
    d: (n, value) => { have.d.set(n, value); },
  };

  // The same folding as Search/Bigrams.cs: half-width, lower case; marks and spaces part words.
  const fold = s => s.replace(/[\uFF01-\uFF5E]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xFEE0)).toLowerCase();
  const words = s => fold(s).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const hash = s => {
    let h = 0x811c9dc5;
    for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
    return h >>> 0;
  };
  const bigrams = w => w.length === 1 ? [w] : [...new Set(Array.from({ length: w.length - 1 }, (_, i) => w.slice(i, i + 2)))];
  const decode = packed => {
    const hits = new Map();
    let at = 0;
    for (const part of packed.split(".")) {
      const v = parseInt(part, 36);
      at += v >> 1;
      hits.set(at, v & 1);
    }
    return hits;
  };

  async function postings(term) {
    if (term.length > 1) {
      const n = hash(term) % meta.shards;
      await load("p" + n);
      const packed = have.p.get(n)[term];
      return packed ? decode(packed) : new Map();
    }
    // One character: every bigram that holds it.
    await Promise.all(Array.from({ length: meta.shards }, (_, n) => load("p" + n)));
    const all = new Map();
    for (const shard of have.p.values()) {
      for (const key in shard) {
        if (key.includes(term)) decode(shard[key]).forEach((t, d) => all.set(d, Math.max(t, all.get(d) || 0)));
      }
    }
    return all;
  }

  const chunkOf = doc => {
    let low = 0, high = meta.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (meta.starts[middle] <= doc) low = middle; else high = middle - 1;
    }
    return low;
  };
  async function documentOf(doc) {
    const n = chunkOf(doc);
    await load("d" + n);
    return have.d.get(n)[doc - meta.starts[n]];
  }

  async function find(query, most) {
    if (!meta) await load("meta");
    const terms = words(query);
    if (!terms.length) return { hits: [], more: false };
    const grams = terms.flatMap(bigrams);
    const lists = await Promise.all(grams.map(postings));
    const [least, ...rest] = [...lists].sort((a, b) => a.size - b.size);
    const length = terms.join("").length;
    const candidates = [];
    for (const [doc, inTitle] of least) {
      let titles = inTitle, all = true;
      for (const list of rest) {
        const t = list.get(doc);
        if (t === undefined) { all = false; break; }
        titles += t;
      }
      if (all) {
        const size = meta.lengths.charCodeAt(doc) - 32;
        // All in the title beats some in the title beats the text; among titles the closest in length, so that an exact name comes first.
        candidates.push([doc, (titles === lists.length ? 1000 - Math.abs(size - length) * 8 : titles * 20) + meta.ranks.charCodeAt(doc) - 48]);
      }
    }
    candidates.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const hits = [];
    for (let i = 0; i < candidates.length && hits.length < most + 1; i++) {
      const entry = await documentOf(candidates[i][0]);
      const whole = words(entry.slice(2).join(" ")).join("\n");
      if (terms.every(t => whole.includes(t))) hits.push(entry);
    }
    // Titles are known now: an exact name, then a name that begins so.
    const wanted = terms.join("");
    const rank = e => { const t = words(e[2]).join(""); return t === wanted ? 0 : t.startsWith(wanted) ? 1 : 2; };
    const ordered = hits.map((e, i) => [e, rank(e), i]).sort((a, b) => a[1] - b[1] || a[2] - b[2]).map(x => x[0]);
    return { hits: ordered.slice(0, most), more: hits.length > most, terms };
  }
  window.FGS.find = find;

  const mark = (node, value, terms) => {
    const low = fold(value);
    // Folding may change the length of odd characters; then nothing is marked rather than the wrong thing.
    if (low.length !== value.length) { node.append(value); return node; }
    let at = 0;
    while (at < value.length) {
      let next = -1, size = 0;
      for (const t of terms) {
        const i = low.indexOf(t, at);
        if (i >= 0 && (next < 0 || i < next || (i === next && t.length > size))) { next = i; size = t.length; }
      }
      if (next < 0) break;
      node.append(value.slice(at, next));
      const m = document.createElement("mark");
      m.textContent = value.slice(next, next + size);
      node.append(m);
      at = next + size;
    }
    node.append(value.slice(at));
    return node;
  };
  const snippet = (value, terms) => {
    const low = fold(value);
    const at = Math.min(...terms.map(t => { const i = low.indexOf(t); return i < 0 ? Infinity : i; }));
    if (!Number.isFinite(at) || at < 40) return value.slice(0, 110) + (value.length > 110 ? "……" : "");
    return "……" + value.slice(at - 30, at + 80) + (value.length > at + 80 ? "……" : "");
  };

  const box = document.createElement("input");
  box.type = "search";
  box.placeholder = "名称、指标编码、词语或拼音首字母";
  box.setAttribute("aria-label", "检索全站");
  box.autocomplete = "off";
  const status = document.createElement("p");
  status.className = "note";
  status.setAttribute("role", "status");
  const list = document.createElement("ol");
  list.className = "results";
  host.append(box, status, list);
  host.hidden = false;

  const root = document.body.dataset.root;
  let turn = 0, most = 20;
  async function run() {
    const mine = ++turn;
    const query = box.value.trim();
    history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    if (!query) { list.replaceChildren(); status.textContent = ""; return; }
    let result;
    try { result = await find(query, most); } catch (error) {
      if (mine === turn) status.textContent = `检索文件没有取到（${error.message}），请稍后再试，或用下面的目录。`;
      return;
    }
    if (mine !== turn) return;
    const { hits, more, terms } = result;
    status.textContent = hits.length === 0 ? `没有找到“${query}”。可换一个词，或用下面的目录。` : more ? `最相关的 ${hits.length} 条` : `共 ${hits.length} 条`;
    list.replaceChildren(...hits.map(([url, kind, title, body]) => {
      const item = document.createElement("li");
      const small = document.createElement("p");
      small.textContent = kind;
      const link = mark(document.createElement("a"), title, terms);
      link.href = root + url;
      item.append(small, link);
      if (body) item.append(mark(document.createElement("p"), snippet(body, terms), terms));
      return item;
    }));
    if (more) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "更多";
      button.addEventListener("click", () => { most += 40; run(); });
      const item = document.createElement("li");
      item.append(button);
      list.append(item);
    }
  }
  let timer = 0;
  box.addEventListener("input", () => { most = 20; clearTimeout(timer); timer = setTimeout(run, 120); });
  host.addEventListener("keydown", e => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (!step || !links.length) return;
    e.preventDefault();
    const next = at + step;
    if (next < 0) box.focus(); else links[Math.min(next, links.length - 1)].focus();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) { box.value = asked; run(); }
  box.focus({ preventScroll: true });
})();
