// 站内检索：二字索引，按需取片，不用服务器，file:// 也能用。
// The index is made by Site/Search. A query takes the shards of some of its pairs of characters, then the chunks of the best candidates,
// and checks every word in the text itself, so that nothing is found that is not there.
(() => {
  "use strict";
  const host = document.getElementById("search");
  if (!host) return;
  const base = host.dataset.src;
  const version = host.dataset.version;
  const waiting = new Map();
  const shards = new Map();
  const chunks = new Map();
  let meta = null, letters = null, frequent = null;

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
    m: value => { meta = value; frequent = new Set(value.common.match(/../gu)); },
    p: (n, value) => { shards.set(n, value.split(" ")); },
    d: (n, value) => { chunks.set(n, value); },
    i: value => { letters = new Map(Object.entries(value).flatMap(([letter, all]) => [...all].map(c => [c, letter]))); },
  };

  // The same folding as Search/Bigrams.cs: half-width, lower case; marks and spaces part words.
  const fold = s => s.replace(/[\uFF01-\uFF5E]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xFEE0)).toLowerCase();
  const words = s => fold(s).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const hash = s => {
    let h = 0x811c9dc5;
    for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
    return h >>> 0;
  };
  const pairs = word => [...new Set(Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2)))];
  // Every second pair and the last cover a word; of a long query three that tell something do.
  const chosen = terms => {
    const all = [...new Set(terms.flatMap(t => pairs(t).filter((_, i, list) => i % 2 === 0 || i === list.length - 1)))];
    const telling = all.filter(p => !frequent.has(p));
    return (telling.length ? telling : all).slice(0, 3);
  };

  // Lists are written by Search/Postings.cs: distances, 56 digits and 24 that begin a longer number.
  const DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ#$%&'()*+,-./:;<=>?[]^_`{|}~";
  const value = new Map([...DIGITS].map((c, i) => [c, i]));
  const decode = packed => {
    const numbers = new Set();
    let at = -1, high = 0;
    for (const c of packed) {
      const v = value.get(c);
      if (v >= 56) { high = high * 24 + v - 55; continue; }
      at += high * 56 + v + 1;
      high = 0;
      numbers.add(at);
    }
    return numbers;
  };
  const chunkOf = number => {
    let low = 0, high = meta.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (meta.starts[middle] <= number) low = middle; else high = middle - 1;
    }
    return low;
  };
  // The entries with a pair in their title, and the chunks that hold it anywhere.
  async function postings(pair) {
    const slot = hash(pair) % meta.slots, size = meta.slots / meta.shards;
    const n = Math.floor(slot / size);
    await load("p" + n);
    const [text, title] = shards.get(n)[slot % size].split("!");
    const titles = decode(title ?? "");
    return { titles, chunks: new Set([...decode(text), ...[...titles].map(chunkOf)]) };
  }

  // Address, kind, title, text; what entries have in common stands in the meta file.
  const entryOf = (n, number) => {
    const [k, key, title, text] = chunks.get(n)[number - meta.starts[n]];
    const [kind, pattern, hasInitials] = meta.kinds[k];
    const own = s => key ? s.replaceAll("*", key) : s;
    return Object.assign([own(pattern), kind, title, own(text)], { hasInitials, rank: DIGITS.indexOf(meta.ranks[number]) });
  };
  const textOf = entry => {
    const initials = letters && entry.hasInitials ? [...fold(entry[2])].map(c => letters.get(c) ?? (/[a-z0-9]/.test(c) ? c : "")).join("") : "";
    return words(entry.slice(1).join(" ")).concat(initials).join("\n");
  };
  // Reads candidates, best first, until there are enough. Two chunks or three are read at once; others when more is asked for.
  async function read(numbers, most, holds) {
    const hits = [], opened = new Set();
    for (const number of numbers) {
      const n = chunkOf(number);
      if (!chunks.has(n)) opened.add(n);
      if (hits.length > most || (opened.size > most / 10 && hits.length > 4) || (opened.size > most / 5 && hits.length > 2) || (opened.size > most / 3 && hits.length)) return { hits: hits.slice(0, most), more: true };
      await load("d" + n);
      const entry = entryOf(n, number);
      if (holds(textOf(entry))) hits.push(entry);
    }
    return { hits: hits.slice(0, most), more: hits.length > most };
  }

  async function find(query, most) {
    if (!meta) await load("meta");
    const terms = words(query);
    if (!terms.length) return { hits: [], more: false, terms };
    if (/[a-z]/.test(terms.join(""))) await load("initials");
    const long = terms.filter(t => t.length > 1);
    const everything = meta.ranks.length;
    const holds = text => terms.every(t => text.includes(t));
    // Single characters are not indexed: every entry may hold them.
    if (!long.length) return { ...await read(Array(everything).keys(), most, holds), terms };

    const wanted = terms.join("");
    const lists = await Promise.all(chosen(long).map(postings));
    // All in the title beats the text; among titles the closest in length, so that an exact name comes first.
    const titles = best(shared(lists.map(l => l.titles)), n =>
      DIGITS.indexOf(meta.ranks[n]) * 2 - Math.abs(DIGITS.indexOf(meta.lengths[n]) - Math.min(51, wanted.length)));
    const result = await read(candidates(titles, shared(lists.map(l => l.chunks))), most, holds);
    if (!result.hits.length) return near(long, most);
    // Titles are known now: an exact name, one of its words, a name that begins so, a name that holds it.
    const order = entry => {
      const parts = words(entry[2]), title = parts.join("");
      return title === wanted ? 0 : parts.includes(wanted) ? 1 : title.startsWith(wanted) ? 2 : title.includes(wanted) ? 3 : 4;
    };
    result.hits = best(result.hits, entry => entry.rank - order(entry) * 10);
    // Words that stand in passing somewhere are often meant for something whose name says them a little differently.
    if (order(result.hits[0]) === 4) {
      const known = new Set(result.hits.map(h => h[0]));
      const meant = (await named(long)).filter(h => !known.has(h[0]));
      result.hits.splice(1, 0, ...meant.map(h => Object.assign(h, { near: true })));
    }
    return { ...result, terms };
  }
  const shared = ([first, ...rest]) => [...first].filter(n => rest.every(set => set.has(n))).sort((a, b) => a - b);
  function* candidates(titles, chunks) {
    yield* titles;
    const seen = new Set(titles);
    for (const c of chunks) {
      const end = meta.starts[c + 1] ?? meta.ranks.length;
      for (let n = meta.starts[c]; n < end; n++) if (!seen.has(n)) yield n;
    }
  }
  // Sorts by score, highest first; equal ones stay in order.
  function best(items, score) {
    return items.map((item, i) => [item, score(item), i]).sort((a, b) => b[1] - a[1] || a[2] - b[2]).map(x => x[0]);
  }

  // Entries by the pairs that they hold, rare ones counting more; titles first.
  async function weighed(terms) {
    const all = [...new Set(terms.flatMap(pairs))].slice(0, 8);
    const lists = await Promise.all(all.map(postings));
    const weights = lists.map(l => 1 / Math.log2(4 + l.chunks.size + l.titles.size));
    const scored = pick => {
      const scores = new Map();
      lists.forEach((l, i) => pick(l).forEach(n => scores.set(n, (scores.get(n) ?? 0) + weights[i])));
      return best([...scores.keys()], n => scores.get(n));
    };
    const held = text => all.filter(p => text.includes(p)).length / all.length;
    const worth = entry => all.reduce((sum, p, i) => sum + weights[i] * (fold(entry[2]).includes(p) ? 2 : textOf(entry).includes(p) ? 1 : 0), 0);
    return { all, titles: scored(l => l.titles).slice(0, 20), chunks: scored(l => l.chunks), held, worth };
  }
  // Names that hold two thirds of the pairs.
  async function named(terms) {
    const { titles, held } = await weighed(terms);
    return (await read(titles.slice(0, 3), 3, () => true)).hits.filter(entry => held(words(entry[2]).join("")) > 0.6);
  }
  // Nothing holds the words as they stand: what holds a third of their pairs is near.
  async function near(terms, most) {
    const { all, titles, chunks, held, worth } = await weighed(terms);
    const result = await read(candidates(titles, chunks), most, text => held(text) > 0.3);
    return { hits: best(result.hits, worth), more: false, terms: all, near: true };
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
  let turn = 0, most = 10;
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
    const { hits, more, terms, near: close } = result;
    status.textContent = hits.length === 0 ? `没有找到“${query}”。可换一个词，或用下面的目录。` : close ? `没有找到“${query}”，相近的有 ${hits.length} 条` : more ? `最相关的 ${hits.length} 条` : `共 ${hits.length} 条`;
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
      button.addEventListener("click", () => { most += 30; run(); });
      const item = document.createElement("li");
      item.append(button);
      list.append(item);
    }
  }
  let timer = 0;
  box.addEventListener("input", () => { most = 10; clearTimeout(timer); timer = setTimeout(run, 120); });
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
