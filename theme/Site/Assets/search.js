// 站内检索：二字索引，按需取片，不用服务器，file:// 也能用。
// The index is made by Site/Search. A query takes the shards of some of its rare characters and pairs, then the chunks that hold them all,
// those with a name first, and checks every word in the text itself, so that nothing is found that is not there.
(() => {
  "use strict";
  const host = document.getElementById("search");
  if (!host) return;
  const base = host.dataset.src;
  // Of the data and of this script, which reads it: neither may meet an older one that the browser kept.
  const version = `${host.dataset.version}-${document.currentScript.src.split(".").at(-2)}`;
  const waiting = new Map();
  let meta = null, letters = null, given = "";

  // Files are scripts: fetch is not allowed from file://. Each hands over its digits just before it is said to be loaded.
  window.FGS = digits => { given = digits; };
  // About what so many digits take, compressed.
  const bytesOf = digits => digits * 0.75 + 60;
  const load = (name, read) => {
    if (!waiting.has(name)) {
      waiting.set(name, new Promise((done, fail) => {
        const script = document.createElement("script");
        script.src = `${base}${name}.js?v=${version}`;
        script.onload = () => { done(Object.assign(read(given), { bytes: bytesOf(given.length) })); };
        script.onerror = () => { waiting.delete(name); fail(new Error(name)); };
        document.head.append(script);
      }));
    }
    return waiting.get(name);
  };

  // Reads numbers that Search/NumberWriter.cs wrote, with what Search/Predictor.cs expects: both do the same sums in the same order.
  const DIGITS = ";<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|";
  const PLACES = 1 << 18, PROBES = 16, MEMORY = 48, TOP = 2 ** 30 - 1;
  const values = new Map([...DIGITS].map((c, i) => [c, i]));
  const reader = (digits, orders) => {
    const known = new Uint32Array(PLACES), leans = new Float32Array(PLACES), seen = new Uint8Array(PLACES), weights = new Float64Array(2 * orders * orders).fill(0.45);
    const bases = new Int32Array(orders), places = new Int32Array(orders), votes = new Float64Array(orders);
    let low = 0, high = TOP, at = 0, code = 0;
    const shift = () => { code = ((code << 6) & TOP) | (values.get(digits[at++]) ?? 0); };
    for (let i = 0; i < 5; i++) shift();
    const placeOf = context => {
      let hash = Math.imul(context ^ (context >>> 15), 0x297A2D39);
      hash = (hash ^ (hash >>> 15)) >>> 0;
      let place = hash & (PLACES - 1);
      for (let n = 1; known[place] !== hash; n++) {
        if (known[place] === 0 || n === PROBES) {
          known[place] = hash;
          leans[place] = seen[place] = 0;
          break;
        }
        place = (place + 1) & (PLACES - 1);
      }
      return place;
    };
    const bit = (node, below) => {
      let longest = 0;
      for (let i = 0; i < orders; i++) {
        const place = places[i] = placeOf(Math.imul(bases[i] + node, 0x2C1B3C6D)), lean = leans[place];
        votes[i] = lean / Math.sqrt(0.25 - lean * lean);
        if (seen[place] > 0) longest = i;
      }
      const set = ((below ? orders : 0) + longest) * orders;
      let sum = 0;
      for (let i = 0; i < orders; i++) sum += weights[set + i] * votes[i];
      const chance = 0.5 + 0.5 * (sum / Math.sqrt(1 + sum * sum));
      const middle = low + Math.floor((high - low) * Math.min(Math.max(Math.floor(chance * 65536), 32), 65504) / 65536);
      const found = code <= middle ? 1 : 0;
      if (found) high = middle; else low = middle + 1;
      const error = found - chance;
      for (let i = 0; i < orders; i++) {
        weights[set + i] += 0.01 * error * votes[i];
        const place = places[i];
        let lean = leans[place];
        lean += (found - 0.5 - lean) / (seen[place] + 1.3);
        leans[place] = Math.min(Math.max(lean, -0.499), 0.499);
        if (seen[place] < MEMORY) seen[place]++;
      }
      while ((low ^ high) >> 24 === 0) {
        low = (low << 6) & TOP;
        high = ((high << 6) & TOP) | 63;
        shift();
      }
      return found;
    };
    return (...contexts) => {
      for (let i = 0; i < orders; i++) bases[i] = Math.imul(contexts[i] + (i << 27), 0x9E3779B1);
      let size = 0, number = 1;
      while (bit(size, false)) size++;
      for (let n = size; n > 0; n--) number = number * 2 + bit((size << 17) + number, true);
      return number - 1;
    };
  };

  // Slots and how many a shard has, the alphabet, how many digits each chunk takes.
  const readMeta = digits => {
    const next = reader(digits, 2);
    const slots = next(0, 0), size = next(0, 0), alphabet = [""], known = new Set(), common = new Set();
    const characters = next(0, 0), commons = next(0, 0);
    for (let n = 0, code = 0; n < characters; n++) {
      const first = n === 0 || n === commons || ((n + 2) & (n + 1)) === 0;
      code = next(1, 31 - Math.clz32(n + 2)) + (first ? 0 : code + 1);
      const character = String.fromCharCode(code), folded = fold(character);
      alphabet.push(character);
      known.add(folded);
      if (n < commons) common.add(folded);
    }
    const costs = Array.from({ length: next(0, 0) }, () => bytesOf(next(2, 0) * 100 + 100));
    return { slots, size, alphabet, known, common, ranks: new Map(alphabet.map((c, n) => [fold(c), n]).reverse()), costs };
  };
  // Lists of a slot: chunks, each with whether a name there has the key, first those of all keys that stand in few, then by mark those of
  // keys that stand in many; chunks that a whole name or code leads to. Distances, 0 at the end.
  const readShard = digits => {
    const next = reader(digits, 2), slots = [];
    const list = (kind, mark, each) => {
      const many = mark ? 4 : 0;
      for (let at = -1, step; (step = next(kind, (at + 2) * 8 + kind + many)) > 0;) each(at += step, many);
    };
    const posting = mark => {
      const chunks = new Set(), names = new Set();
      list(0, mark, (chunk, many) => {
        chunks.add(chunk);
        if (next(1, (chunk + 2) * 8 + 1 + many)) names.add(chunk);
      });
      return { chunks, names };
    };
    return (n, mark) => {
      while (slots.length <= n) {
        const lists = new Map([[0, posting(0)]]), wholes = [];
        for (let m; (m = next(3, 3)) > 0;) lists.set(m, posting(m));
        list(2, 0, chunk => wholes.push(chunk));
        slots.push({ lists, wholes });
      }
      const { lists, wholes } = slots[n];
      return { wholes, ...lists.get(mark) ?? lists.get(0) };
    };
  };
  // Address, kind, title and text of the entries of a chunk, as Search/EntryWriter.cs leaves out what follows from the rest.
  const readChunk = digits => {
    const next = reader(digits, 4), entries = [];
    const text = field => {
      let a = 0, b = 0, c = 0, all = "";
      for (;;) {
        const two = Math.imul(a, 4099) + b, number = next(field, a, two, Math.imul(two, 4099) + c);
        if (number === 0) return all;
        all += meta.alphabet[number];
        [a, b, c] = [number, a, b];
      }
    };
    for (let rank = 0, kind = "", pattern = ""; (rank = next(5, rank, rank, rank)) > 0;) {
      kind = text(0) || kind;
      pattern = text(1) || pattern;
      let key = text(2);
      const title = text(3), body = text(4);
      if (key === "*") key = title.slice(title.lastIndexOf("·") + 1).replace(/[^\p{L}\p{Nd}_-]|[\u{10000}-\u{10FFFF}]/gu, "");
      const own = s => key ? s.replaceAll("*", key) : s;
      entries.push(Object.assign([own(pattern), kind, title, own(body)], { rank: (rank >> 1) - 1, initials: rank % 2 === 1 }));
    }
    return entries;
  };
  // Of every character of a name the letter that its pinyin begins with.
  const readLetters = digits => {
    const next = reader(digits, 2);
    return new Map(meta.alphabet.slice(1).map(c => [c, next(0, 0)]).filter(([, n]) => n > 0).map(([c, n]) => [c, String.fromCharCode(96 + n)]));
  };

  // The same folding as Search/Bigrams.cs: half-width, lower case; marks and spaces part words.
  const fold = s => s.replace(/[\uFF01-\uFF5E]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xFEE0)).toLowerCase();
  const words = s => fold(s).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const hash = s => {
    let h = 0x811c9dc5;
    for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
    return h >>> 0;
  };
  const parts = (word, size) => Array.from({ length: Math.max(0, word.length - size + 1) }, (_, i) => word.slice(i, i + size));
  const pairs = word => [...new Set(parts(word, 2))];
  // As Search/IndexKeys.cs: rare characters, pairs of common ones; those of the rarest first.
  const rare = c => c > "\x7f" && !meta.common.has(c);
  const rarity = key => [...key].reduce((sum, c) => sum + Math.log((meta.ranks.get(c) ?? 50) + 1), 0) + (key.length === 1 ? 20 : 0);
  const keysOf = term => best([...new Set([...parts(term, 1).filter(rare), ...parts(term, 2).filter(p => !rare(p[0]) && !rare(p[1]))])], rarity);
  // Latin letters may be the initials of a name too: any three of them, or its first two.
  const initialsOf = term => !/^[a-z0-9]*[a-z][a-z0-9]*$/.test(term) || term.length < 2 ? null : term.length === 2 ? ["^" + term] : parts(term, 3);
  const known = term => [...term].every(c => meta.known.has(c));

  const lettersOf = entry => !entry.initials ? "" : entry.letters ??= [...entry[2]].map(c => letters.get(c) ?? (/[a-z0-9]/i.test(c) ? c.toLowerCase() : "")).join("");
  const textOf = entry => entry.text ??= words(entry.slice(1).join(" ")).join("\n");
  const has = (entry, term) => textOf(entry).includes(term) || (initialsOf(term) && (term.length === 2 ? lettersOf(entry).startsWith(term) : lettersOf(entry).includes(term)));
  // A query with what it may still read, in bytes: a first look stays below ten kilobytes, and more is read when it is asked for.
  const LOOK = 9900, SHARD = 550, FIRST = 10, MORE = 30;
  class Look {
    constructor(most) { this.left = LOOK + (most - FIRST) * LOOK; this.most = most; this.slots = new Map(); this.paid = new Set(); this.open = new Map(); }
    async take(name, reading) {
      const value = await load(name, reading);
      if (!this.paid.has(name)) this.left -= value.bytes;
      this.paid.add(name);
      return value;
    }
    async ask(keys) {
      const hashes = keys.map(hash), places = hashes.map(h => h % meta.slots), shards = new Map();
      for (const place of places) shards.set(Math.floor(place / meta.size), null);
      await Promise.all([...shards.keys()].map(async n => shards.set(n, await this.take("p" + n, readShard))));
      keys.forEach((key, i) => this.slots.set(key, shards.get(Math.floor(places[i] / meta.size))(places[i] % meta.size, (hashes[i] >>> 26) + 1)));
    }
    affords(chunk, kept = 0) { return this.open.has(chunk) || !this.open.size || meta.costs[chunk] <= this.left - kept; }
    async read(chunk) {
      if (!this.open.has(chunk)) this.open.set(chunk, await this.take("d" + chunk, readChunk));
      return this.open.get(chunk);
    }
  }
  const everywhere = () => new Set(meta.costs.keys());
  const shared = sets => sets.length ? new Set([...sets[0]].filter(n => sets.every(set => set.has(n)))) : everywhere();

  async function find(query, most) {
    const look = new Look(most);
    meta = await look.take("meta", readMeta);
    const terms = [...new Set(words(query))];
    if (!terms.length) return { hits: [], more: false, terms };
    if (/[a-z]/.test(terms.join(""))) letters = await look.take("initials", readLetters);
    const wanted = words(query).join("");
    // Each word is found by its keys, or as the initials of a name by others. Characters that stand nowhere find nothing.
    const ways = terms.map(t => [known(t) ? keysOf(t) : null, initialsOf(t)].filter(Boolean));
    const asked = new Set(), next = () => ways.flat().flatMap(keys => keys.filter(k => !asked.has(k)).slice(0, 1));
    const ask = async keys => { keys.forEach(k => asked.add(k)); await look.ask(keys); };
    const chunksOf = way => shared(way.filter(k => asked.has(k)).map(k => look.slots.get(k).chunks));
    const candidates = () => shared(ways.map(way => new Set(way.flatMap(keys => [...chunksOf(keys)]))));
    const runs = wanted.match(/[a-z0-9]*\d[a-z0-9]*/g) ?? [], isCode = runs[0] === wanted;
    // An exact name, one of its words or its code, a name that begins so, a name that holds it, or all of its words.
    const order = entry => {
      const part = words(entry[2]), title = part.join("");
      return title === wanted ? 0 : part.includes(wanted) || (isCode && wanted.length > 3 && textOf(entry).replaceAll("\n", "").includes(wanted)) ? 1 : title.startsWith(wanted) ? 2 : title.includes(wanted) ? 3 : terms.every(t => title.includes(t)) ? 3.5 : 4;
    };
    let chunks = candidates(), hits = 0, closest = 9, more = false;
    const holds = entry => terms.every(t => has(entry, t)), read = async chunk => {
      for (const entry of (await look.read(chunk)).filter(holds)) {
        hits++;
        closest = Math.min(closest, order(entry));
      }
    };
    // The whole of it may be a code, or a name, and so may a run of digits and letters in it, or a long word: that leads to a chunk at once.
    const follow = async wholes => {
      await look.ask(wholes.filter(w => !look.slots.has(w)));
      for (const chunk of new Set(wholes.flatMap(w => look.slots.get(w).wholes))) if (chunks.has(chunk) && look.affords(chunk)) await read(chunk);
    };
    if (isCode && known(wanted)) {
      await look.ask([wanted]);
      if (look.slots.get(wanted).wholes.length < 3) await follow([wanted]);
    }
    if (!isCode || !hits) {
      await ask([...new Set(next())].slice(0, 4));
      await ask(next().slice(0, Math.max(0, 3 - asked.size)));
      chunks = candidates();
    }
    if (!hits) await follow([...new Set(isCode ? [wanted] : [wanted, ...runs, ...best(terms, t => t.length)])].filter(w => w.length > 1 && known(w)).slice(0, 3));
    // A code that led somewhere is had.
    const enough = isCode && hits && most === FIRST ? 1 : most;
    // Three keys tell enough, mostly; where they leave much to read, more of them cost less than reading does.
    while (!hits && chunks.size > 2 && next().length && look.left > LOOK * 0.55) {
      await ask(next().slice(0, 1));
      chunks = candidates();
    }
    // Names that have many of the keys first, initials after words; elsewhere in the order of the site.
    const near = Math.max(...meta.costs), initial = new Set(terms.flatMap(t => initialsOf(t) ?? []));
    const promise = (key, n) => look.slots.get(key).names.has(n) ? (initial.has(key) ? 0.4 : 1) : !initial.has(key) && look.slots.get(key).chunks.has(n) ? 0.3 : 0;
    const ordered = best([...chunks], n => [...asked].reduce((sum, key) => sum + promise(key, n), 0));
    const readOn = async kept => {
      more = false;
      for (const chunk of ordered.filter(n => !look.open.has(n))) {
        if (hits < enough && look.affords(chunk, kept())) await read(chunk); else more = true;
      }
    };
    // While no name is found, something is kept back for what comes near.
    await readOn(() => closest < 4 || asked.size < 2 ? 0 : near + (next().length ? SHARD : 0));
    const opened = () => [...look.open.values()].flat(), result = (found, rest) => ({ hits: found.slice(0, most), more: more || found.length > most, terms, ...rest });
    const judged = () => distinct(best(opened().filter(holds), entry => entry.rank - order(entry) * 10));
    if (closest < 4) return result(judged());

    // Words that stand in passing somewhere, or nowhere, are often meant for something whose name says them a little differently: names that
    // share rare pairs, above all short ones that are all said, such as 排名 in 怎么排名.
    const all = [...new Set(terms.flatMap(t => t.length > 1 ? pairs(t) : [t]))];
    const weight = p => 1 / Math.sqrt(4 + (look.slots.get(p)?.chunks.size ?? 9) + (look.slots.get(p)?.names.size ?? 0));
    const nearness = e => {
      const name = words(e[2].split(" · ").pop()).join(""), said = all.filter(p => name.includes(p));
      return said.reduce((sum, p) => sum + weight(p), 0) / (30 + name.length - e.rank * 3) * (said.length && said.length >= name.length - 2 ? 4 : 1);
    };
    while (asked.size < 5 && next().length && look.left > near + SHARD) await ask(next().slice(0, 1));
    const likely = new Map(), likelier = (chunks, by) => { for (const c of chunks) likely.set(c, (likely.get(c) ?? 0) + by); };
    for (const key of asked) {
      const slot = look.slots.get(key);
      likelier(slot.names, weight(key));
      if (hits) continue;
      likelier(slot.chunks, weight(key) / 2);
      likelier(slot.wholes, 1);
    }
    const likeliest = best([...likely.keys()], c => likely.get(c)).slice(0, 5);
    const readNear = async some => { for (const chunk of some) if (look.affords(chunk)) await read(chunk); };
    await readNear(likeliest.slice(0, 1));
    await readOn(() => 0);
    if (!hits) await readNear(likeliest);
    const share = text => all.filter(p => text.includes(p)).length / all.length;
    const found = judged();
    if (found.length) {
      const meant = distinct(best(opened().filter(e => !holds(e) && share(words(e[2]).join("")) > 0.6), nearness)).slice(0, 3);
      return result([found[0], ...meant.map(e => Object.assign([...e], { near: true })), ...found.slice(1)]);
    }
    // What is left may be told not to hold all of it without reading it.
    while (more && next().length && look.left > SHARD) {
      await ask(next().slice(0, 1));
      chunks = candidates();
      more = [...chunks].some(n => !look.open.has(n));
    }
    const worth = e => nearness(e) * 30 + all.reduce((sum, p) => sum + (textOf(e).includes(p) ? weight(p) : 0), 0);
    return result(distinct(best(opened().filter(e => share(textOf(e)) > 0.3), worth)).slice(0, 10), { terms: all, near: true });
  }
  // Sorts by score, highest first; equal ones stay in order.
  function best(items, score) {
    return items.map((item, i) => [item, score(item), i]).sort((a, b) => b[1] - a[1] || a[2] - b[2]).map(x => x[0]);
  }
  // A long text is several entries of one page.
  const distinct = entries => {
    const seen = new Set();
    return entries.filter(e => !seen.has(e[0] + e[2]) && seen.add(e[0] + e[2]));
  };
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
  let turn = 0, most = FIRST;
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
    status.textContent = hits.length === 0 && more ? `先看的几处没有“${query}”，可按“更多”接着找` : close && more ? `先看的几处没有“${query}”，相近的有 ${hits.length} 条，可按“更多”接着找` : hits.length === 0 ? `没有找到“${query}”。可换一个词，或用下面的目录。` : close ? `没有找到“${query}”，相近的有 ${hits.length} 条` : more ? `最相关的 ${hits.length} 条` : `共 ${hits.length} 条`;
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
