// 比较：地址里写明单位与期间（?u=编码,编码&p=2024,2023），可转发。
(() => {
  "use strict";
  const host = document.getElementById("compare");
  if (!host) return;
  const base = host.dataset.src;
  const version = host.dataset.version;
  const periods = host.dataset.periods.split(" ").map(p => p.split("="));
  const root = document.body.dataset.root;
  const tables = new Map();
  const make = (tag, props, ...children) => {
    const node = Object.assign(document.createElement(tag), props || {});
    node.append(...children);
    return node;
  };
  window.FGC = (period, rows) => { tables.set(period, new Map(rows.map(r => [r[0], r]))); };
  const load = period => tables.has(period) ? Promise.resolve() : new Promise((done, fail) => {
    const script = make("script", { src: `${base}compare-${period}.js?v=${version}` });
    script.onload = done;
    script.onerror = () => fail(new Error(period));
    document.head.append(script);
  });

  const asked = new URLSearchParams(location.search);
  const list = name => (asked.get(name) || "").split(",").filter(Boolean);
  let units = list("u");
  let chosen = list("p").filter(p => periods.some(x => x[0] === p));
  if (!chosen.length) chosen = [periods[0][0]];

  const names = [["总指数"], ["红色", "red", "红"], ["规范", "norm", "规"], ["活力", "vigour", "活"], ["温暖", "warmth", "温"], ["和谐", "harmony", "和"]];
  const form = make("div", { className: "tools-row" });
  const pick = make("input", { type: "search", size: 24, placeholder: "添加单位：输入名称" });
  pick.setAttribute("aria-label", "添加单位");
  pick.setAttribute("list", "compare-units");
  const options = make("datalist", { id: "compare-units" });
  const select = make("select", {}, make("option", { value: "", textContent: "添加期间" }), ...periods.map(([p, t]) => make("option", { value: p, textContent: t })));
  select.setAttribute("aria-label", "添加期间");
  const status = make("p", { className: "note" });
  status.setAttribute("role", "status");
  const place = make("div", { className: "scroll", tabIndex: 0 });
  const hits = make("div", { className: "tools-row" });
  place.setAttribute("role", "region");
  place.setAttribute("aria-label", "比较表（可左右滚动）");
  form.append(pick, options, select);
  host.append(form, hits, status, place);
  host.hidden = false;

  const mark = period => periods.find(x => x[0] === period)[2] ? " ≠" : "";
  const find = code => { for (const p of chosen) { const row = tables.get(p)?.get(code); if (row) return row; } return null; };
  async function draw() {
    try { await Promise.all(chosen.map(load)); } catch (error) { status.textContent = `没有取到数据（${error.message}）。`; return; }
    const all = new Map(chosen.flatMap(p => [...tables.get(p)]));
    options.replaceChildren(...[...all.values()].map(r => make("option", { value: r[1] })));
    units = units.filter(u => all.has(u));
    history.replaceState(null, "", "?" + [units.length ? "u=" + units.join(",") : "", "p=" + chosen.join(",")].filter(Boolean).join("&"));
    hits.replaceChildren();
    status.textContent = "还没有选择单位。在上面输入名称，选中后按回车。";
    if (!units.length) { place.replaceChildren(); return; }
    const columns = units.flatMap(u => chosen.map(p => ({ u, p, row: tables.get(p).get(u) })));
    // The highest is told only among equals: one period, one group.
    const group = c => (c.row?.[9] || "").split(" ").slice(0, -1).join(" ");
    const alike = columns.length > 1 && chosen.length === 1 && group(columns[0]) !== "" && columns.every(c => group(c) === group(columns[0]));
    const broken = columns.some(c => mark(c.p)) && chosen.length > 1;
    status.textContent = "网址已写明所选单位与期间，可复制转发。" + (alike || columns.length < 2 ? "" : units.length > 1 ? "所选各列排名组或期间不同，不宜比较高低。" : "") + (broken ? "“≠”表示该期指标目录改变，与前一期不可直接比较。" : "");
    const remove = (label, act) => {
      const button = make("button", { type: "button", textContent: "移除" });
      button.setAttribute("aria-label", "移除" + label);
      button.addEventListener("click", act);
      return button;
    };
    const head = make("tr", {}, make("th", { scope: "col", textContent: "指数" }), ...columns.map(({ u, p, row }) => {
      const name = find(u)[1];
      const title = periods.find(x => x[0] === p)[1];
      const link = row ? make("a", { href: root + row[2], textContent: name }) : make("span", { textContent: name });
      const th = make("th", { scope: "col", className: "n" }, link, make("br"), `${title}${chosen.length > 1 ? mark(p) : ""} `);
      th.append(remove(name, () => { units = units.filter(x => x !== u); draw(); }));
      return th;
    }));
    const best = i => Math.max(...columns.map(c => c.row ? c.row[i + 3] ?? -1 : -1));
    const body = names.map(([name, key, seal], i) => make("tr", {}, make("th", { scope: "row" }, ...(key ? [make("span", { className: "seal " + key, textContent: seal, ariaHidden: "true" })] : []), name), ...columns.map(c => {
      const value = c.row ? c.row[i + 3] : null;
      const cell = make("td", { className: "n" + (value !== null && value === best(i) && alike ? " t" : "") });
      cell.textContent = value === null || value === undefined ? "—" : value.toFixed(2);
      return cell;
    })));
    const places = make("tr", {}, make("th", { scope: "row", textContent: columns.some(c => c.row?.[9].includes("/")) ? "本组名次" : "本组档次" }), ...columns.map(c => make("td", { className: "n", textContent: c.row ? c.row[9] || "—" : "—" })));
    place.replaceChildren(make("table", {}, make("caption", { textContent: alike ? "五大指数比较（单位：分；粗体为最高）" : "五大指数比较（单位：分）" }), make("thead", {}, head), make("tbody", {}, ...body, places)));
    // A number stays within sight of its label, however few the columns.
    place.style.maxWidth = `calc(9rem + ${columns.length} * 14rem)`;
    place.dispatchEvent(new CustomEvent("fg-region", { bubbles: true }));
    if (chosen.length > 1) {
      const drop = make("p", { className: "note" }, "期间：");
      chosen.forEach(p => {
        const title = periods.find(x => x[0] === p)[1];
        drop.append(title + " ", remove(title, () => { chosen = chosen.filter(x => x !== p); draw(); }), " ");
      });
      place.append(drop);
    }
  }
  const add = row => {
    if (!units.includes(row[0])) units.push(row[0]);
    pick.value = "";
    draw();
  };
  // A whole name or a part of one: one hit is added, of many the reader chooses.
  pick.addEventListener("change", () => {
    const asked = pick.value.trim();
    hits.replaceChildren();
    if (!asked) return;
    const rows = [...new Map(chosen.flatMap(p => [...tables.get(p) || []])).values()];
    const found = rows.filter(r => r[1] === asked);
    if (!found.length) found.push(...rows.filter(r => r[1].includes(asked)));
    if (found.length === 1) { add(found[0]); return; }
    status.textContent = found.length ? `名称含“${asked}”的单位有${found.length}个${found.length > 12 ? "，列出前12个，请多输几个字" : "，请选一个"}。` : `没有叫“${asked}”的单位。`;
    hits.append(...found.slice(0, 12).map(r => {
      const button = make("button", { type: "button", textContent: r[1] });
      button.addEventListener("click", () => add(r));
      return button;
    }));
  });
  select.addEventListener("change", () => {
    if (select.value && !chosen.includes(select.value)) chosen.push(select.value);
    select.value = "";
    draw();
  });
  draw();
})();
