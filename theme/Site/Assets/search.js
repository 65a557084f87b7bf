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

  // Slots and their shards, the alphabet, how many entries and digits the chunks have, and of every entry its rank, whether initials find it, how long its name is.
  const readMeta = digits => {
    const next = reader(digits, 2);
    const slots = next(0, 0), size = next(0, 0), alphabet = [""], ranks = new Map(), starts = [], bytes = [], entries = [];
    const characters = next(0, 0);
    for (let n = 0, code = 0; n < characters; n++) {
      const bits = 31 - Math.clz32(n + 2);
      code = next(1, bits) + ((n + 2) & (n + 1) ? code + 1 : 0);
      const character = String.fromCharCode(code), folded = fold(character);
      alphabet.push(character);
      if (!ranks.has(folded)) ranks.set(folded, n);
    }
    let count = 0;
    for (let n = next(0, 0); n > 0; n--) {
      starts.push(count);
      count += next(2, 0);
      bytes.push(bytesOf(next(5, 0) * 100 + 100));
    }
    for (let rank = 0; entries.length < count;) {
      rank = next(3, rank);
      entries.push({ number: entries.length, rank: rank >> 1, initials: rank % 2 === 1, size: next(4, rank) });
    }
    return { slots, size, alphabet, ranks, starts, chunkBytes: bytes, entries };
  };
  // Lists of a slot: chunks, then entries with the pair in their name, then those that a whole leads to; distances, 0 at the end.
  const readShard = digits => {
    const next = reader(digits, 2), slots = [];
    const list = kind => {
      const numbers = [];
      for (let at = -1, step; (step = next(kind, kind === 0 ? at + 2 : -2 - ((at + 1) >> 6))) > 0;) numbers.push(at += step);
      return numbers;
    };
    return n => {
      while (slots.length <= n) {
        const chunks = list(0), names = list(1), wholes = list(2);
        slots.push({ wholes, names: new Set(names), chunks: new Set([...chunks, ...names.map(chunkOf)]) });
      }
      return slots[n];
    };
  };
  // Kind, address, key, title and text of the entries of a chunk, as Search/EntryWriter.cs leaves out what follows from the rest.
  const readChunk = (digits, n) => {
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
    const end = meta.starts[n + 1] ?? meta.entries.length;
    for (let number = meta.starts[n], kind = "", pattern = ""; number < end; number++) {
      kind = text(0) || kind;
      pattern = text(1) || pattern;
      let key = text(2);
      const title = text(3), body = text(4);
      if (key === "*") key = title.slice(title.lastIndexOf("·") + 1).replace(/[^\p{L}\p{Nd}_-]|[\u{10000}-\u{10FFFF}]/gu, "");
      const own = s => key ? s.replaceAll("*", key) : s;
      entries.push(Object.assign([own(pattern), kind, title, own(body)], meta.entries[number]));
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
  const pairs = word => [...new Set(Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2)))];
  // The pairs of a query, those of the rarest characters of each word first; of a code from its end, where codes differ. Pairs across the
  // border of two words tell a phrase from its words. A letter may stand for the pinyin of any character.
  const rarity = pair => Math.log((meta.ranks.get(pair[0]) ?? 50) + 1) + Math.log((meta.ranks.get(pair[1]) ?? 50) + 1);
  const telling = terms => {
    const code = /\d/, lists = terms.map(t => code.test(t) ? pairs(t).reverse() : best(pairs(t), rarity));
    const all = Array.from({ length: Math.max(...lists.map(l => l.length)) }, (_, i) => lists.flatMap(l => l.slice(i, i + 1))).flat();
    return [...new Set(all)].filter(known);
  };
  const known = term => [...term].every(c => meta.ranks.has(c) || /[a-z]/.test(c));

  const chunkOf = number => {
    let low = 0, high = meta.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (meta.starts[middle] <= number) low = middle; else high = middle - 1;
    }
    return low;
  };
  const textOf = entry => {
    const initials = letters && entry.initials ? [...entry[2]].map(c => letters.get(c) ?? (/[a-z0-9]/i.test(c) ? c.toLowerCase() : "")).join("") : "";
    return words(entry.slice(1).join(" ")).concat(initials).join("\n");
  };
  // A query with what it may still read, in bytes: a first look stays below ten kilobytes, and more is read when it is asked for.
  const LOOK = 9900, NEAR = 2000;
  class Look {
    constructor(most) { this.left = LOOK + (most - 10) * LOOK; this.most = most; this.open = new Map(); this.slots = new Map(); this.paid = new Set(); }
    async take(name, reading) {
      const value = await load(name, reading);
      if (!this.paid.has(name)) this.left -= value.bytes;
      this.paid.add(name);
      return value;
    }
    // The entries with a pair in their name, and the chunks that hold it anywhere.
    async postings(all) {
      const places = all.map(pair => hash(pair) % meta.slots), shards = new Map();
      for (const slot of places) shards.set(Math.floor(slot / meta.size), null);
      await Promise.all([...shards.keys()].map(async n => shards.set(n, await this.take("p" + n, readShard))));
      all.forEach((pair, i) => this.slots.set(pair, shards.get(Math.floor(places[i] / meta.size))(places[i] % meta.size)));
      return [...this.slots.values()];
    }
    // The entries whose whole code or name this may be.
    async whole(text) {
      const place = hash(text) % meta.slots;
      return (await this.take("p" + Math.floor(place / meta.size), readShard))(place % meta.size).wholes;
    }
    // Reads candidates, best first, until there are enough; those in chunks that would cost too much are left for later. While nothing is
    // found something is kept back for what comes near.
    async read(numbers, holds, back = 0) {
      const hits = [];
      let more = false;
      for (const number of numbers) {
        const n = chunkOf(number);
        if (hits.length === this.most) return { hits, more: true };
        if (!this.open.has(n)) {
          if (meta.chunkBytes[n] > this.left - (hits.length ? 0 : back) && this.open.size) { more = true; continue; }
          this.open.set(n, await this.take("d" + n, digits => readChunk(digits, n)));
        }
        const entry = this.open.get(n)[number - meta.starts[n]];
        if (holds(textOf(entry))) hits.push(entry);
      }
      return { hits, more };
    }
  }

  async function find(query, most) {
    const look = new Look(most);
    meta = await look.take("meta", readMeta);
    const terms = words(query);
    if (!terms.length) return { hits: [], more: false, terms };
    if (/[a-z]/.test(terms.join(""))) letters = await look.take("initials", readLetters);
    const holds = text => terms.every(t => text.includes(t));
    const long = terms.filter(t => t.length > 1);
    // Single characters are not indexed: every entry may hold them.
    if (!long.length) return { ...await look.read(meta.entries.keys(), holds), terms };

    const wanted = terms.join("");
    // Three tell enough, mostly; where they leave too much to read, more of them cost less than reading does.
    // A code, or the whole name of a line of a register, comes first of all. Short words and several of them are neither.
    const exact = new Set(), wholes = new Set([wanted, ...long].filter(t => t.length > 2 && (/\d/.test(t) || (terms.length === 1 && t.length > 4))));
    for (const whole of wholes) for (const n of await look.whole(whole)) exact.add(n);
    const asked = telling(long);
    let lists = await look.postings(asked.splice(0, 3));
    while (asked.length && look.left > LOOK * 0.5 && (shared(lists.map(l => l.chunks)).length > 2 || shared(lists.map(l => l.names)).length > 3)) {
      lists = await look.postings(asked.splice(0, 1));
    }
    // Titles are known once they are read: an exact name, one of its words, a name that begins so, a name that holds it.
    const order = entry => {
      const parts = words(entry[2]), title = parts.join("");
      return title === wanted ? 0 : parts.includes(wanted) ? 1 : title.startsWith(wanted) ? 2 : title.includes(wanted) ? 3 : 4;
    };
    const { all, names: likely, chunks, held, worth } = weighed(long, look.slots);
    let result = { hits: [], more: false };
    if (terms.every(known)) {
      // All in the name beats the text; among names the closest in length, so that an exact one comes first.
      const names = best(shared(lists.map(l => l.names)), n =>
        meta.entries[n].rank * 2 - Math.abs(meta.entries[n].size - Math.min(40, wanted.length)));
      const both = new Set(shared(lists.map(l => l.chunks)));
      const first = [...exact].filter(n => both.has(chunkOf(n)));
      result = await look.read(candidates([...new Set([...first, ...names, ...likely.filter(n => both.has(chunkOf(n)))])], both), holds, lists.length > 1 ? NEAR : 0);
      result.hits = best(result.hits, entry => entry.rank - order(entry) * 10 + (exact.has(entry.number) ? 100 : 0));
    }
    if (result.hits.length && (order(result.hits[0]) < 4 || exact.has(result.hits[0].number))) return { ...result, terms };
    // Words that stand in passing somewhere are often meant for something whose name says them a little differently.
    const here = new Set(result.hits.map(h => h[0]));
    const meant = (await look.read(likely.slice(0, 3), () => true)).hits.filter(h => !here.has(h[0]) && held(words(h[2]).join("")) > 0.6);
    if (result.hits.length) {
      result.hits.splice(1, 0, ...meant.map(h => Object.assign([...h], { near: true })));
      return { ...result, terms };
    }
    // Nothing holds the words as they stand: what holds a third of their pairs is near.
    const { hits } = await look.read(candidates(likely, chunks), text => held(text) > 0.3);
    return { hits: best(hits, worth), more: result.more, terms: all, near: true };
  }
  const shared = ([first, ...rest]) => [...first ?? []].filter(n => rest.every(set => set.has(n))).sort((a, b) => a - b);
  function* candidates(names, chunks) {
    yield* names;
    const seen = new Set(names);
    for (const c of chunks) {
      const end = meta.starts[c + 1] ?? meta.entries.length;
      for (let n = meta.starts[c]; n < end; n++) if (!seen.has(n)) yield n;
    }
  }
  // Sorts by score, highest first; equal ones stay in order.
  function best(items, score) {
    return items.map((item, i) => [item, score(item), i]).sort((a, b) => b[1] - a[1] || a[2] - b[2]).map(x => x[0]);
  }

  // Entries by the pairs that they hold, rare ones counting more, and more in short names, of which they are the greater part, and in what
  // ranks high; most of all where the query says the whole name and more: 怎么排名, 排名.
  function weighed(terms, lists) {
    const all = [...new Set(terms.flatMap(pairs))];
    const weight = p => lists.has(p) ? 1 / Math.sqrt(4 + lists.get(p).chunks.size + lists.get(p).names.size) : 0.1;
    const scored = (pick, size) => {
      const scores = new Map();
      lists.forEach((l, p) => pick(l).forEach(n => scores.set(n, (scores.get(n) ?? 0) + weight(p))));
      return best([...scores.keys()], n => scores.get(n) / size(n));
    };
    const said = n => [...lists.values()].filter(l => l.names.has(n)).length >= Math.max(1, meta.entries[n].size - 1);
    const held = text => all.filter(p => text.includes(p)).length / all.length;
    const worth = entry => all.reduce((sum, p) => sum + weight(p) * (fold(entry[2]).includes(p) ? 2 : textOf(entry).includes(p) ? 1 : 0), 0);
    return { all, names: scored(l => l.names, n => (30 + meta.entries[n].size - meta.entries[n].rank * 3) / (said(n) ? 4 : 1)).slice(0, 20), chunks: scored(l => l.chunks, () => 1), held, worth };
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
