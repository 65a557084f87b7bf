// 比较：地址里写明单位与期间（?u=编码,编码&p=2024,2023），可转发。Every figure is a text of the unit's own page: nothing is rounded or formatted here.
(() => {
  "use strict";
  const host = document.getElementById("compare");
  if (!host) return;
  // Of the data and of this script, which reads it: neither may meet an older one that the browser kept.
  const version = `${host.dataset.version}-${document.currentScript.src.split(".").at(-2)}`;
  const periods = new Map(host.dataset.periods.split(" ").map(p => p.split("=")));
  const root = document.body.dataset.root;
  const title = document.title;
  const opener = document.querySelector(".opener .finding");
  const purpose = opener.textContent;
  const make = (tag, props, ...children) => {
    const node = Object.assign(document.createElement(tag), props || {});
    node.append(...children);
    return node;
  };

  // 数据: scripts, because file:// pages may not fetch; each is loaded once, when it is needed.
  const loaded = new Map();
  const coming = new Map();
  window.FGC = (name, content) => { loaded.set(name, content); };
  const load = name => {
    if (!coming.has(name)) coming.set(name, new Promise((done, fail) => {
      const script = make("script", { src: `${name}.js?v=${version}` });
      script.onload = () => done(loaded.get(name));
      script.onerror = () => { coming.delete(name); script.remove(); fail(new Error(name)); };
      document.head.append(script);
    }));
    return coming.get(name);
  };
  // A unit's figures of a period; without row where it did not exist.
  async function column(code, period) {
    const head = await load(period);
    const town = head.towns.indexOf(code);
    const before = head.unions.filter(first => first <= code).length - 1;
    const none = { code, period, head, row: null };
    if (town < 0 && before < 0) return none;
    const file = town >= 0 ? Math.floor(town / head.size) : Math.ceil(head.towns.length / head.size) + before;
    const { units, rules } = await load(`${period}.${file}`);
    const row = units.find(u => u.code === code);
    return row ? { code, period, head, row, rules } : none;
  }

  const asked = new URLSearchParams(location.search);
  const list = name => [...new Set((asked.get(name) || "").split(",").filter(Boolean))];
  let units = list("u");
  let chosen = list("p").filter(p => periods.has(p));
  if (!chosen.length) chosen = [periods.keys().next().value];
  let differing = false;

  // 选择
  const pick = make("input", { type: "search", size: 18, placeholder: "输入名称" });
  pick.setAttribute("aria-label", "添加单位");
  const range = make("select", {}, make("option", { value: "", textContent: "全区和各镇街" }));
  range.setAttribute("aria-label", "从哪里选");
  const group = (className, label) => {
    const node = make("div", { className });
    node.setAttribute("role", "group");
    node.setAttribute("aria-label", label);
    return node;
  };
  const when = group("choices", "期间");
  const hits = group("choices units", "可选单位");
  const summary = make("summary", { textContent: "选择单位和期间" });
  const picker = make("details", { className: "pick" }, summary, when, make("div", { className: "tools-row" }, range, pick), hits);
  const status = make("p", { className: "note" });
  status.setAttribute("role", "status");
  const place = make("div", { className: "result" });
  host.append(picker, status, place);
  host.hidden = false;

  const toggle = (item, text, small) => {
    const button = make("button", { type: "button", value: item, textContent: text });
    if (small) button.append(" ", make("small", { textContent: small }));
    return button;
  };
  const press = () => {
    when.querySelectorAll("button").forEach(b => b.setAttribute("aria-pressed", String(chosen.includes(b.value))));
    hits.querySelectorAll("button").forEach(b => b.setAttribute("aria-pressed", String(units.includes(b.value))));
  };
  periods.forEach((title, p) => when.append(toggle(p, title)));
  when.addEventListener("click", e => {
    const p = e.target.closest("button")?.value;
    if (!p) return;
    const rest = chosen.filter(x => x !== p);
    if (!rest.length) { status.textContent = "至少留一个期间。"; return; }
    chosen = rest.length < chosen.length ? rest : [...chosen, p];
    draw();
  });

  let offered = new Map();
  let offering = 0;
  async function offer() {
    const turn = ++offering;
    const words = pick.value.trim();
    const all = await load("units");
    const itself = ([code, name, , , some]) => ({ code, name, town: "", some });
    const below = async u => (await load("names-" + u[0])).map(([code, name, some]) => ({ code, name, town: u[2], some }));
    const towns = all.map(itself);
    let found = towns;
    let more = 0;
    if (words) {
      found = [...towns, ...(await Promise.all(all.filter(u => u[3]).map(below))).flat()].filter(x => x.name.includes(words));
      const whole = found.filter(x => x.name === words);
      found = whole.length ? whole : found;
      more = Math.max(0, found.length - 40);
      found = found.slice(0, 40);
    } else if (range.value) {
      const u = all.find(x => x[0] === range.value);
      found = [itself(u), ...(u[3] ? await below(u) : [])];
    }
    if (turn !== offering) return;
    offered = new Map(found.map(x => [x.code, x]));
    hits.replaceChildren(...found.map(x => toggle(x.code, x.name, words ? x.town : "")));
    if (words) status.textContent = !found.length ? `没有叫“${words}”的单位。` : `名称含“${words}”的单位有${found.length + more}个${more ? `，列出前${found.length}个，请多输几个字` : ""}。`;
    press();
  }
  const failed = error => { status.textContent = `没有取到数据（${error.message}）。`; };
  const choose = code => {
    const x = offered.get(code);
    if (units.includes(code)) units = units.filter(u => u !== code);
    else if (x.some && !x.some.split(" ").some(p => chosen.includes(p))) {
      status.textContent = `“${x.name}”在所选期间没有数据，有数据的是${x.some.split(" ").map(p => periods.get(p)).join("、")}。`;
      return;
    } else units = [...units, code];
    draw();
  };
  hits.addEventListener("click", e => { const code = e.target.closest("button")?.value; if (code) choose(code); });
  range.addEventListener("change", () => { pick.value = ""; offer().catch(failed); });
  pick.addEventListener("input", () => offer().catch(failed));
  pick.addEventListener("keydown", async e => {
    if (e.key !== "Enter" || e.isComposing || !pick.value.trim()) return;
    e.preventDefault();
    try { await offer(); } catch (error) { failed(error); return; }
    if (offered.size !== 1) return;
    const [code] = offered.keys();
    pick.value = "";
    if (!units.includes(code)) choose(code);
    offer().catch(failed);
  });

  // 比较表
  const indexes = [["总指数"], ["红色指数", "red", "红"], ["规范指数", "norm", "规"], ["活力指数", "vigour", "活"], ["温暖指数", "warmth", "温"], ["和谐指数", "harmony", "和"]];
  const seal = ([, key, letter]) => key ? [make("span", { className: "seal " + key, textContent: letter, ariaHidden: "true" })] : [];
  const bar = (score, key) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = (className, d) => {
      const line = document.createElementNS(svg.namespaceURI, "path");
      line.setAttribute("class", className);
      line.setAttribute("d", d);
      svg.append(line);
    };
    svg.setAttribute("class", score === "—" ? "bar void" : "bar " + (key || ""));
    svg.setAttribute("viewBox", "0 0 100 6");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    path("rail", "M0 3H100");
    if (score !== "—") path("run", `M0 3H${score}`);
    return svg;
  };
  const distinct = values => [...new Set(values)];
  // 最高: marked only where all can be compared, all have a score, and not all have the same.
  const highest = (scores, fair) => fair && scores.length > 1 && !scores.includes("—") && distinct(scores).length > 1 ? String(scores.reduce((a, b) => Number(b) > Number(a) ? b : a)) : null;

  // What the chosen columns have in common, and where they may not be compared.
  function view(columns) {
    const rivals = columns.filter(c => c.row && c.row.group);
    const fair = chosen.length === 1 && rivals.length > 1 && rivals.every(c => c.row.ranked && c.row.group === rivals[0].row.group);
    const cell = (c, code) => c.row?.cells[c.head.indicators.findIndex(i => i[0] === code)] || null;
    // Named as in the first of the periods that have it.
    const named = new Map([...columns].reverse().flatMap(c => c.head.indicators).map(i => [i[0], i]));
    const order = [...named.values()].sort((a, b) => a[2] - b[2]);
    const rows = order.map(([code, name, index, path]) => {
      const cells = columns.map(c => cell(c, code));
      const rules = columns.flatMap((c, n) => cells[n] ? [c.rules[cells[n][0]]] : []);
      const broken = distinct(rules.map(r => r[0])).length > 1;
      const targets = distinct(rules.map(r => r[1]));
      const alike = distinct(rules.map(r => r.join())).length === 1;
      // The district beside its towns has targets of its own, and does not compete.
      const level = distinct(rivals.map(c => cell(c, code)).map((x, n) => x ? rivals[n].rules[x[0]].join() : "")).length === 1;
      const scores = rivals.map(c => cell(c, code)?.[2] ?? "—");
      return { code, name, index, path, cells, broken, targets, alike, level, best: highest(scores, fair && level), same: distinct(cells.map(x => x ? x[1] + " " + x[2] : "")).length === 1 };
    });
    // An index does not compare between periods where it was made of other indicators.
    const made = (c, k) => order.filter(i => i[2] === k && cell(c, i[0])).map(i => i[0] + c.rules[cell(c, i[0])[0]][0]).join();
    const changed = [0, 1, 2, 3, 4].map(k => units.some(u => distinct(columns.filter(c => c.code === u && c.row).map(c => made(c, k))).length > 1));
    const totals = indexes.map((_, i) => ({
      broken: i ? changed[i - 1] : changed.some(Boolean),
      best: highest(rivals.map(c => c.row.scores[i]), fair),
    }));
    columns.forEach(c => { c.since = c.row && columns.some(b => b.row && b.code === c.code && b.period === c.head.base) ? c.head.base : ""; });
    return { columns, rivals, fair, rows, totals };
  }

  const nameOf = code => shown.columns.find(c => c.code === code && c.row)?.row;
  const label = c => [units.length > 1 || chosen.length === 1 ? nameOf(c.code).short : "", chosen.length > 1 ? periods.get(c.period) : ""].filter(Boolean).join(" ");

  // One sentence: who is highest, or how a unit moved, where that can be said; else what stands here.
  function finding({ columns, fair, rivals, totals }) {
    if (fair) {
      const best = rivals.map(c => [c, totals.flatMap((t, i) => t.best !== null && c.row.scores[i] === t.best ? [indexes[i][0]] : [])]).filter(([, won]) => won.length);
      const score = (c, won) => won[0] === indexes[0][0] ? `（${c.row.scores[0]}分）` : "";
      if (best.length) return `${periods.get(chosen[0])}同组比较：${best.map(([c, won]) => won.length === indexes.length ? `${c.row.short}的总指数${score(c, won)}和五项指数都` : `${c.row.short}的${won[0]}${score(c, won)}${won.slice(1).map(w => "、" + w).join("")}`).join("，")}最高。`;
    }
    const c = columns.find(x => x.since);
    if (columns.length < 2) return purpose;
    if (units.length !== 1 || !c || c.row.changes[0] === "—") return `并排比较${units.map(u => nameOf(u).short).join("、")}（${chosen.map(p => periods.get(p)).join("、")}）。`;
    const moved = indexes.slice(1).flatMap((x, i) => c.row.changes[i + 1] === "—" ? [] : [x[0] + c.row.changes[i + 1]]);
    return `按可比口径，${c.row.short}${periods.get(c.period)}总指数比${periods.get(c.since)}${c.row.changes[0]}${c.row.changes[0] === "持平" ? "" : "分"}${moved.length ? `；${moved.join("，")}` : ""}。`;
  }
  function cautions({ columns, fair, rows, totals }) {
    const said = [];
    if (units.length > 1 && !fair) said.push(chosen.length > 1 ? "列入了几个期间，不标最高。" : "所选单位不在同一排名组或不参加排名，不宜比较高低，不标最高。");
    if (columns.some(c => c.since)) said.push("“升”“降”按可比口径计算，与两列之差可能不同。");
    if (totals.some(t => t.broken) || rows.some(r => r.broken)) said.push("“≠”处口径或指标目录不同，不作比较。");
    if (fair && rows.some(r => !r.level)) said.push("目标或计分规则不同的指标不标最高。");
    if (columns.some(c => c.row?.thin)) said.push("覆盖不足的单位仅供参考。");
    if (rows.some(r => r.cells.some(x => /小数保护/.test(x?.[3])))) said.push("“小数保护”处数值和得分不公布。");
    return said.join("");
  }
  function notes({ columns }) {
    const scopes = chosen.flatMap(p => { const { scope } = columns.find(c => c.period === p).head; return scope ? [`${periods.get(p)}：${scope}`] : []; });
    return [...scopes, ...columns.flatMap(c => (c.row?.notes || []).map(n => `${c.row.short}（${periods.get(c.period)}）：${n}`))];
  }

  function figure({ columns }) {
    // Units in several periods are named once, above their periods.
    const grouped = units.length > 1 && chosen.length > 1;
    const line = (c, [, key], i) => {
      const score = c.row ? c.row.scores[i] : "—";
      return make("li", { className: c.row?.thin ? "thin" : "" }, make("span", { textContent: grouped ? periods.get(c.period) : label(c) }), bar(score, key), make("b", { textContent: score }));
    };
    const panels = indexes.map((x, i) => make("div", { className: x[1] || "" }, make("p", {}, ...seal(x), x[0]),
      make("ul", {}, ...columns.flatMap((c, n) => [...(grouped && c.code !== columns[n - 1]?.code ? [make("li", { className: "unit", textContent: nameOf(c.code).short })] : []), line(c, x, i)]))));
    const node = make("figure", { className: "bars-figure" }, ...panels);
    // The table says the same: read aloud, once is enough.
    node.setAttribute("aria-hidden", "true");
    return node;
  }

  function head({ columns }) {
    return make("tr", {}, make("th", { scope: "col", textContent: "指标" }), ...columns.map(c => {
      const { name } = nameOf(c.code);
      const button = make("button", { type: "button", className: "remove", textContent: "移除" });
      button.setAttribute("aria-label", "移除" + name);
      button.addEventListener("click", () => { units = units.filter(u => u !== c.code); draw().then(() => summary.focus()); });
      return make("th", { scope: "col", className: "n" }, c.row ? make("a", { href: root + c.row.path, textContent: name }) : name,
        make("small", { textContent: periods.get(c.period) + (c.row ? "" : "没有这个单位") }), button);
    }));
  }
  // A cell's own words, smaller and below.
  const small = text => text ? [make("small", { textContent: text })] : [];
  function total(v, i) {
    const { best, broken } = v.totals[i];
    const th = make("th", { scope: i ? "rowgroup" : "row" }, ...seal(indexes[i]), indexes[i][0], ...small(broken ? "≠ 指标目录不同" : ""));
    return make("tr", { className: "sum" }, th, ...v.columns.map(c => {
      const score = c.row ? c.row.scores[i] : "—";
      const td = make("td", { className: "n" + (best !== null && score === best && c.row.group ? " t" : "") + (c.row?.thin ? " thin" : "") }, score, ...small(c.since && c.row.changes[i] !== "—" ? c.row.changes[i] : ""));
      // Where the heads scroll out of sight, each index names its columns again.
      td.dataset.who = label(c);
      return td;
    }));
  }
  function row(v, r) {
    const about = r.broken ? "≠ 口径不同" : r.targets.length > 1 ? "目标不同" : [...r.targets.map(t => "目标 " + t), ...(r.alike ? [] : ["计分规则不同"])].join("，");
    const tr = make("tr", {}, make("th", { scope: "row" }, make("a", { href: root + r.path }, make("span", { className: "code", textContent: r.code }), " " + r.name), ...small(about)), ...v.columns.map((c, n) => {
      const x = r.cells[n];
      if (!x) return make("td", { className: "n void", textContent: c.row ? "不设" : "—" });
      const [rule, value, score, state = "", change = ""] = x;
      const td = make("td", { className: "n" + (r.best !== null && score === r.best && c.row.group ? " t" : "") + (c.row.thin ? " thin" : "") + (value === "—" || value === "/" ? " void" : "") }, value);
      const moved = c.since ? change : "";
      const said = [...(state ? [state] : []), ...(state && moved ? ["，"] : []), ...(moved ? [make("span", { textContent: moved })] : []), ...(score === "—" ? [] : [" ", make("span", {}, bar(score, indexes[r.index + 1][1]), make("b", { textContent: "得" + score }))])];
      if (said.length) td.append(make("small", {}, ...said));
      if (r.broken || r.targets.length > 1) td.append(...small("目标 " + c.rules[rule][1]));
      return td;
    }));
    tr.hidden = differing && r.same;
    return tr;
  }
  function words(v, title, of) {
    return make("tr", {}, make("th", { scope: "row", textContent: title }), ...v.columns.map(c => make("td", { className: "n" + (c.row?.thin ? " thin" : ""), textContent: c.row ? of(c.row) : "—" })));
  }
  function table(v) {
    const standing = v.columns.map(c => c.head.standing).find(Boolean);
    const first = make("tbody", {}, total(v, 0), words(v, "等次", r => r.grade), words(v, "排名组", r => r.group || "—"),
      ...(standing ? [words(v, "本组" + standing, r => r.standing)] : []), words(v, "覆盖率", r => r.coverage));
    const bodies = [0, 1, 2, 3, 4].map(k => make("tbody", { className: indexes[k + 1][1] }, total(v, k + 1), ...v.rows.filter(r => r.index === k).map(r => row(v, r))));
    const caption = `五大指数和各项指标比较（每项先数值、后得分；指数和得分单位：分${v.totals.some(t => t.best !== null) || v.rows.some(r => r.best !== null) ? "；粗体为最高" : ""}）`;
    return make("table", { className: v.columns.length > 4 ? "comparison many" : "comparison" }, make("caption", { textContent: caption }), make("thead", {}, head(v)), first, ...bodies);
  }

  let shown = { columns: [] };
  let turns = 0;
  async function draw() {
    const turn = ++turns;
    let columns;
    try { columns = await Promise.all(units.flatMap(u => chosen.map(p => column(u, p)))); } catch (error) { failed(error); return; }
    if (turn !== turns) return;
    const lost = units.filter(u => !columns.some(c => c.code === u && c.row));
    units = units.filter(u => !lost.includes(u));
    columns = columns.filter(c => !lost.includes(c.code));
    history.replaceState(null, "", "?" + [units.length ? "u=" + units.join(",") : "", "p=" + chosen.join(",")].filter(Boolean).join("&"));
    press();
    const without = lost.length ? `“${lost.join("、")}”在所选期间没有数据，没有列入。` : "";
    if (!units.length) {
      document.title = title;
      opener.textContent = purpose;
      status.textContent = without || "还没有选择单位。点选镇街，或输入名称后按回车。";
      place.replaceChildren();
      return;
    }
    const v = shown = view(columns);
    document.title = `${units.map(u => nameOf(u).short).join("、")}（${chosen.map(p => periods.get(p)).join("、")}）· ${title}`;
    status.textContent = `${without}已列出${units.length}个单位、${chosen.length}个期间。网址已写明所选，可复制转发。`;
    const region = make("div", { className: "scroll", tabIndex: 0 }, table(v));
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", "比较表（可左右滚动）");
    // A number stays within sight of its label, however few the columns.
    region.style.maxWidth = `calc(13rem + ${columns.length} * 14rem)`;
    const only = make("input", { type: "checkbox", checked: differing });
    only.addEventListener("change", () => { differing = only.checked; v.rows.forEach((r, n) => { lines[n].hidden = differing && r.same; }); });
    opener.textContent = finding(v);
    place.replaceChildren(...[cautions(v)].filter(Boolean).map(text => make("p", { className: "note", textContent: text })),
      ...(columns.length > 1 && columns.length <= 8 ? [figure(v)] : []),
      ...(columns.length > 1 ? [make("div", { className: "tools-row" }, make("label", {}, only, "只看有差别的指标"))] : []),
      region, ...notes(v).map(text => make("p", { className: "note", textContent: text })));
    const lines = [...region.querySelectorAll("tbody:not(:first-of-type) tr:not(.sum)")];
    region.dispatchEvent(new CustomEvent("fg-region", { bubbles: true }));
  }

  async function start() {
    await draw();
    picker.open = units.length < 2;
    const all = await load("units");
    range.append(...all.filter(u => u[3]).map(u => make("option", { value: u[0], textContent: `${u[2]}的工会` })));
    const parent = units.length ? nameOf(units[0]).parent : "";
    if (units.length && !loaded.get(chosen[0])?.towns.includes(units[0]) && all.some(u => u[0] === parent)) range.value = parent;
    // Whoever only reads a shared address loads no names.
    picker.addEventListener("toggle", () => { if (picker.open && !offering) offer().catch(failed); });
    if (picker.open) await offer();
  }
  start().catch(failed);
})();
