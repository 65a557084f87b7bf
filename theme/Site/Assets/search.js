// 站内检索：二字索引，按需取片，不用服务器，file:// 也能用。
// Site/Search writes the index: entries, keys that lead to them, and a meta file. A query looks up some of its keys,
// takes the files of entries that have them all, names first, and checks every word in the entries themselves.
(() => {
  "use strict";
  const host = document.getElementById("search");
  if (!host) return;
  const base = host.dataset.src;
  // Of the data and of this script, which reads it: neither may meet an older one that the browser kept.
  const version = `${host.dataset.version}-${document.currentScript.src.split(".").at(-2)}`;
  // Hits shown at first, and how many more with each “更多”.
  const FIRST = 10, MORE = 30;
  // What a first look may take, so that it stays below 25 KB compressed: keys of the query, and files; one of keys
  // counts 1 and one of entries, twice as large, 2.
  const KEYS = 5, LOOK = 10, ENTRIES = 2;

  // 取文件: scripts, because file:// pages may not fetch; each hands over its content by name.
  const arrived = new Map(), loading = new Map();
  window.FGS = (name, content) => { arrived.set(name, content); };
  const load = (name, read) => {
    if (!loading.has(name)) {
      loading.set(name, new Promise((done, fail) => {
        const script = document.createElement("script");
        script.src = `${base}${name}.js?v=${version}`;
        script.onload = () => { done(read(arrived.get(name))); };
        script.onerror = () => { loading.delete(name); fail(new Error(name)); };
        document.head.append(script);
      }));
    }
    return loading.get(name);
  };
  const readMeta = ({ common, keys, entries }) =>
    ({ firstKeys: keys, files: [...Array(entries).keys()], commonness: new Map([...common].map((c, n) => [c, n])) });
  // A character heads the lines of the keys that begin with it: 溪:3*,7 below 东 is what is known of 东溪.
  const readKeys = lines => {
    const keys = new Map();
    let head = "";
    for (const line of lines.trim().split("\n")) {
      const [rest, places] = line.split(":");
      if (places) keys.set(head + rest, places); else head = line;
    }
    return keys;
  };
  // 3*,7 says: a name in file 3, a text in file 7.
  const readPostings = places => {
    const all = places ? places.split(",") : [];
    return {
      files: new Set(all.map(place => parseInt(place, 10))),
      names: new Set(all.filter(place => place.endsWith("*")).map(place => parseInt(place, 10))),
    };
  };
  const readEntries = rows => rows.map(([url, kind, title, text, initials, rank, also = ""]) => ({
    url, kind, title, text, initials, rank, also: words(also),
    body: fold(`${kind} ${title} ${text} ${also}`).replace(MARKS, "\n"),
  }));

  // 切词, as Site/Search/Tokenizer.cs: half-width, lower case; marks and blanks part words.
  const fold = text =>
    text.replace(/[\uFF01-\uFF5E]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xFEE0)).toLowerCase();
  const MARKS = /[^\p{L}\p{N}]+/gu;
  const words = text => fold(text).split(MARKS).filter(Boolean);
  const neighbours = (word, size) => {
    const characters = [...word];
    return [...new Set(characters.slice(size - 1).map((_, n) => characters.slice(n, n + size).join("")))];
  };
  // 检索键, as Site/Search/IndexKeys.cs: rare characters and pairs of common ones; here the rarest first.
  const textKeys = (term, commonness) => {
    const isRare = c => c > "\x7f" && !commonness.has(c);
    const rarity = key => sum([...key], c => Math.log((commonness.get(c) ?? commonness.size) + 2));
    return [
      ...neighbours(term, 1).filter(isRare),
      ...best(neighbours(term, 2).filter(pair => ![...pair].some(isRare)), rarity),
    ];
  };
  // Latin letters may be the initials of a name too: any three of them, or its first two.
  const isInitials = term => term.length > 1 && /^[a-z0-9]*[a-z][a-z0-9]*$/.test(term);
  const initialKeys = term => !isInitials(term) ? [] : term.length === 2 ? [`^${term}`] : neighbours(term, 3);
  const hasInitials = (entry, term) =>
    isInitials(term) && (term.length === 2 ? entry.initials.startsWith(term) : entry.initials.includes(term));

  const sum = (items, value) => items.reduce((total, item) => total + value(item), 0);
  // Highest score first; equal ones stay in order.
  const best = (items, score) =>
    items.map(item => [item, score(item)]).sort((a, b) => b[1] - a[1]).map(([item]) => item);
  // The first of each list, then the second of each, and so on.
  const inTurn = lists => {
    const all = lists.flatMap(list => list.map((item, turn) => ({ item, turn })));
    return [...new Set(best(all, x => -x.turn).map(x => x.item))];
  };
  const shared = ([items, ...sets]) => items.filter(item => sets.every(set => set.has(item)));
  // A long text is several entries of one page.
  const distinct = entries => {
    const seen = new Set();
    return entries.filter(e => !seen.has(e.url + e.title) && seen.add(e.url + e.title));
  };

  // 检索式: the words of a query and the keys of each, as text or as initials. The whole query may be a name or a code,
  // and so may a run of letters and digits in it, or a long word: that leads to its file at once.
  const parse = (query, commonness) => {
    const all = words(query), terms = [...new Set(all)], whole = all.join("");
    const codes = whole.match(/[a-z0-9]*\d[a-z0-9]*/g) ?? [];
    const isCode = codes[0] === whole, names = isCode ? [whole] : [whole, ...codes, ...best(terms, t => t.length)];
    return {
      terms, whole, isCode,
      wholes: [...new Set(names)].filter(name => name.length > 1).slice(0, 3).map(name => `=${name}`),
      ways: terms.map(term => [textKeys(term, commonness), ...isInitials(term) ? [initialKeys(term)] : []]),
      pairs: [...new Set(terms.flatMap(term => term.length > 1 ? neighbours(term, 2) : [term]))],
    };
  };
  const holds = (entry, { terms }) =>
    terms.every(term => entry.body.includes(term) || hasInitials(entry, term));
  // 0 the name itself, 1 a word of it, its code or another name of it, 2 a name that begins so, 3 one that holds it, 3.5 one that has all
  // of its words, 4 only the text does.
  const order = (entry, { terms, whole, isCode }) => {
    const said = words(entry.title), name = said.join("");
    if (name === whole) return 0;
    if (said.includes(whole) || entry.also.includes(whole)) return 1;
    if (isCode && whole.length > 3 && entry.body.replaceAll("\n", "").includes(whole)) return 1;
    if (name.startsWith(whole)) return 2;
    if (name.includes(whole)) return 3;
    return terms.every(term => name.includes(term)) ? 3.5 : 4;
  };

  // How nearly an entry says what the query says: by the pairs that both have, the rarer the more, and above all by a
  // short name that is all said, such as 排名 in 怎么排名.
  const likeness = ({ pairs }, postings) => {
    // A pair that was not looked up counts as one that nine files have.
    const weight = pair => {
      const posting = postings.get(pair);
      return 1 / Math.sqrt(4 + (posting ? posting.files.size + posting.names.size : 9));
    };
    const share = text => pairs.filter(pair => text.includes(pair)).length / pairs.length;
    const ofName = entry => {
      const name = words(entry.title.split(" · ").pop()).join(""), said = pairs.filter(pair => name.includes(pair));
      const isAllSaid = said.length && said.length >= name.length - 2;
      return sum(said, weight) / (30 + name.length - entry.rank * 3) * (isAllSaid ? 4 : 1);
    };
    const ofBody = entry => ofName(entry) * 30 + sum(pairs.filter(pair => entry.body.includes(pair)), weight);
    return { weight, share, ofName, ofBody };
  };

  // Hits, best first; whether there may be more; near when nothing holds the query and the hits only come near.
  async function find(query, most) {
    const { firstKeys, files, commonness } = await load("meta", readMeta);
    const asked = parse(query, commonness), { terms, wholes, ways, pairs } = asked;
    if (!terms.length) return { hits: [], more: false, terms };
    const isFirst = most === FIRST;
    let left = isFirst ? LOOK : Infinity;

    const keys = inTurn(ways.flat()).slice(0, isFirst ? KEYS - wholes.length : Infinity);
    const shardOf = key => Math.max(0, firstKeys.filter(first => first <= key).length - 1);
    const lookUp = async key => readPostings((await load(`keys-${shardOf(key)}`, readKeys)).get(key));
    const postings = new Map(await Promise.all([...wholes, ...keys].map(async key => [key, await lookUp(key)])));
    left -= new Set([...postings.keys()].map(shardOf)).size;

    // Files that may hold every word; first those that a whole leads to, the more the fewer it leads to, then those
    // with names that have many of the keys.
    const filesOf = way => shared([files, ...way.filter(k => postings.has(k)).map(k => postings.get(k).files)]);
    const candidates = shared([files, ...ways.map(way => new Set(way.flatMap(filesOf)))]);
    const leads = wholes.map(whole => postings.get(whole).files).filter(led => led.size);
    const initials = new Set(terms.flatMap(initialKeys));
    const promise = n => sum(leads, led => led.has(n) ? 100 / led.size : 0) + sum(keys, key => {
      const { files, names } = postings.get(key);
      return names.has(n) ? (initials.has(key) ? 0.4 : 1) : files.has(n) ? 0.3 : 0;
    });
    const ordered = best(candidates, promise);

    const opened = new Map(), found = [];
    let isNamed = false;
    const read = async n => {
      if (opened.has(n) || left < ENTRIES) return;
      left -= ENTRIES;
      opened.set(n, await load(`entries-${n}`, readEntries));
      const hits = opened.get(n).filter(entry => holds(entry, asked));
      found.push(...hits);
      isNamed ||= hits.some(entry => order(entry, asked) < 4);
    };
    // A code that leads somewhere is had. While no name is found, something is kept back for names that come near.
    const enough = isFirst && asked.isCode && leads.length ? 1 : most;
    const isLed = n => leads.some(led => led.has(n));
    const readOn = async kept => {
      for (const n of ordered) {
        if (found.length < enough && left >= ENTRIES + (isNamed || isLed(n) ? 0 : kept)) await read(n);
      }
    };
    await readOn(ENTRIES);
    const result = (hits, rest) =>
      ({ hits: hits.slice(0, most), more: hits.length > most || ordered.some(n => !opened.has(n)), terms, ...rest });
    const judged = () => distinct(best(found, entry => entry.rank - order(entry, asked) * 10));
    if (isNamed) return result(judged());

    // Words that stand in passing somewhere, or nowhere, are often meant for something whose name says them a little
    // differently.
    const { weight, share, ofName, ofBody } = likeness(asked, postings);
    const likelihood = n => sum(keys, key => postings.get(key).names.has(n) ? weight(key) : 0);
    const likely = best(files.filter(n => likelihood(n) > 0), likelihood).slice(0, found.length ? 1 : 5);
    for (const n of likely) await read(n);
    await readOn(0);
    const others = [...opened.values()].flat().filter(entry => !holds(entry, asked));
    if (found.length) {
      const near = best(others.filter(entry => share(words(entry.title).join("")) > 0.6), ofName);
      const meant = distinct(near).slice(0, 3).map(entry => ({ ...entry, near: true }));
      const [first, ...rest] = judged();
      return result([first, ...meant, ...rest]);
    }
    const close = distinct(best(others.filter(entry => share(entry.body) > 0.3), ofBody)).slice(0, 10);
    return result(close, { terms: pairs, near: true });
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
    const low = fold(value), at = Math.min(...terms.map(t => low.indexOf(t)).filter(i => i >= 0));
    if (!Number.isFinite(at) || at < 40) return value.slice(0, 110) + (value.length > 110 ? "……" : "");
    return "……" + value.slice(at - 30, at + 80) + (value.length > at + 80 ? "……" : "");
  };

  const box = document.createElement("input");
  box.type = "search";
  box.placeholder = host.dataset.hint ?? "名称、编码、词语或拼音";
  box.setAttribute("aria-label", host.dataset.name ?? "检索全站");
  box.autocomplete = "off";
  const status = document.createElement("p");
  status.className = "note";
  status.setAttribute("role", "status");
  const list = document.createElement("ol");
  list.className = "results";
  host.append(box, status, list);
  host.hidden = false;

  const summary = (query, { hits, more, near }) => {
    if (!hits.length) return `没有找到“${query}”。可换一个词，或用下面的目录。`;
    if (near) return `没有完全相同的，相近的有 ${hits.length} 条`;
    return more ? `最相关的 ${hits.length} 条` : `共 ${hits.length} 条`;
  };
  const root = document.body.dataset.root;
  let turn = 0, most = FIRST;
  async function run() {
    const mine = ++turn;
    const query = box.value.trim();
    history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    if (!query) { list.replaceChildren(); status.textContent = ""; return; }
    let result;
    try { result = await find(query, most); } catch (error) {
      if (mine === turn) {
        status.textContent = `检索文件没有取到（${error.message}），请稍后再试，或用下面的目录。`;
      }
      return;
    }
    if (mine !== turn) return;
    const { hits, more, terms } = result;
    status.textContent = summary(query, result);
    list.replaceChildren(...hits.map(({ url, kind, title, text }) => {
      const item = document.createElement("li");
      const small = document.createElement("p");
      small.textContent = kind;
      const link = mark(document.createElement("a"), title, terms);
      link.href = root + url;
      item.append(small, link);
      if (text) item.append(mark(document.createElement("p"), snippet(text, terms), terms));
      return item;
    }));
    if (more) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "更多";
      button.addEventListener("click", () => { most += MORE; run(); });
      const item = document.createElement("li");
      item.append(button);
      list.append(item);
    }
  }
  let timer = 0;
  box.addEventListener("input", () => { most = FIRST; clearTimeout(timer); timer = setTimeout(run, 120); });
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
