// 渐进增强：没有脚本时页面照样完整。Elder mode, table tools, figure tips, code copy. No dependency, no request.
(() => {
  "use strict";
  const root = document.documentElement;
  const make = (tag, props, ...children) => {
    const node = Object.assign(document.createElement(tag), props || {});
    node.append(...children);
    return node;
  };
  const store = {
    get: key => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* Private windows keep nothing: the mode then lasts for the page. */ } },
  };

  // 长辈模式
  const elder = document.querySelector("[data-elder]");
  const setElder = on => { root.classList.toggle("elder", on); };
  setElder(store.get("elder") === "1");
  if (elder) {
    const button = make("button", { type: "button", textContent: "长辈模式" });
    const show = () => button.setAttribute("aria-pressed", String(root.classList.contains("elder")));
    button.addEventListener("click", () => {
      const on = !root.classList.contains("elder");
      setElder(on);
      store.set("elder", on ? "1" : "0");
      show();
    });
    show();
    elder.replaceWith(button);
  }
  // The rest of a page that 长辈模式 puts away, for this page only.
  document.querySelectorAll("[data-all]").forEach(button => button.addEventListener("click", () => {
    root.classList.add("all");
    document.querySelector("main").focus();
  }));
  document.querySelectorAll("[data-elder-js]").forEach(e => { e.hidden = false; });

  // 应用清单: on file:// a browser refuses to fetch it and says so on the console.
  if (location.protocol.startsWith("http")) document.head.append(make("link", { rel: "manifest", href: document.body.dataset.root + "manifest.webmanifest" }));

  // 离线: where the office wants it, what was read stays; where it no longer does, the worker of before goes.
  if (location.protocol.startsWith("http") && navigator.serviceWorker && document.body.dataset.root !== undefined) {
    const scope = new URL(document.body.dataset.root || "./", location.href).href;
    if ("offline" in document.body.dataset) {
      // The page that brings the worker came before it: what that page took is named to it, and kept as well.
      const first = !navigator.serviceWorker.controller;
      navigator.serviceWorker.register(scope + "sw.js").then(() => navigator.serviceWorker.ready).then(ready => {
        if (first) ready.active.postMessage([location.href.split("#")[0], ...performance.getEntriesByType("resource").map(e => e.name)]);
      }).catch(() => { /* Without it the site is as it was. */ });
    }
    else navigator.serviceWorker.getRegistrations().then(all => all.filter(r => r.scope === scope).forEach(r => r.unregister()), () => {});
  }

  // 期间切换: a press elsewhere or Escape closes it.
  const periods = document.querySelector(".periods");
  if (periods) {
    document.addEventListener("click", e => { if (!periods.contains(e.target)) periods.open = false; });
    periods.addEventListener("keydown", e => { if (e.key === "Escape") { periods.open = false; periods.querySelector("summary").focus(); } });
  }

  // “/” leads to the box of the search, as readers of reference sites expect.
  document.addEventListener("keydown", e => {
    if (e.key === "/" && !e.ctrlKey && !e.metaKey && !e.altKey && !/^(input|textarea|select)$/i.test(e.target.tagName)) {
      const box = document.querySelector("#search input, form.find input");
      if (box) { e.preventDefault(); box.focus(); }
    }
  });

  // 表格工具
  // Made when something is first sorted: the order of Chinese takes a slow phone fifty milliseconds to load.
  let collator;
  const inOrder = (a, b) => (collator ??= new Intl.Collator("zh-CN", { numeric: true })).compare(a, b);
  const tidy = value => value.replace(/\s+/g, " ").trim();
  const text = cell => {
    // Most cells hold nothing but words, and a page may have thousands of them.
    if (!cell.firstElementChild) return tidy(cell.textContent);
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".seal,svg,.unfold").forEach(e => e.remove());
    copy.querySelectorAll("small").forEach(e => e.prepend(" "));
    return tidy(copy.textContent);
  };
  const number = value => {
    const m = /^(升|降|并列|约|−|-|\+)?\s*(\d[\d,]*(?:\.\d+)?)/.exec(value);
    if (value === "持平") return 0;
    return m ? (/[降−-]/.test(m[1] || "") ? -1 : 1) * Number(m[2].replace(/,/g, "")) : null;
  };
  const shown = table => [...table.tBodies].flatMap(b => [...b.rows]).filter(r => !r.hidden);
  const heads = table => [...table.tHead.rows[0].cells];
  const matrix = table => [heads(table).map(text), ...shown(table).map(r => [...r.cells].map(text))];

  function sortable(table) {
    let original;
    heads(table).forEach((th, column) => {
      if (th.querySelector("a")) return;
      const button = make("button", { type: "button", className: "sort" });
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener("click", () => {
        original ??= [...table.tBodies].map(b => [b, [...b.rows]]);
        const was = th.getAttribute("aria-sort");
        const first = th.classList.contains("n") ? "descending" : "ascending";
        const next = !was ? first : was === first ? (first === "ascending" ? "descending" : "ascending") : null;
        heads(table).forEach(h => h.removeAttribute("aria-sort"));
        if (!next) {
          original.forEach(([body, rows]) => body.append(...rows));
          return;
        }
        th.setAttribute("aria-sort", next);
        const sign = next === "ascending" ? 1 : -1;
        const keys = new Map();
        original.flatMap(([, rows]) => rows).forEach(r => {
          const value = text(r.cells[column]);
          keys.set(r, { value, n: th.classList.contains("n") ? number(value) : null });
        });
        const rows = [...keys.keys()].sort((a, b) => {
          const x = keys.get(a), y = keys.get(b);
          if (th.classList.contains("n")) {
            // What is missing stands last, and before it what rests on too little, whichever way the rest is turned.
            if (x.n === null || y.n === null) return (x.n === null) - (y.n === null);
            const thin = a.classList.contains("thin") - b.classList.contains("thin");
            if (thin) return thin;
            return sign * (x.n - y.n);
          }
          return sign * inOrder(x.value, y.value);
        });
        table.tBodies[0].append(...rows);
      });
    });
  }

  function filterable(table, row, report) {
    const rows = [...table.tBodies].flatMap(b => [...b.rows]);
    const box = make("input", { type: "search", placeholder: "在表中查找" });
    box.setAttribute("aria-label", "在表中查找");
    const selects = heads(table).map((th, i) => ({ th, i })).filter(h => h.th.hasAttribute("data-filter")).map(({ th, i }) => {
      const values = [...new Set(rows.map(r => text(r.cells[i])))].filter(Boolean);
      if (values.length < 2 || values.length > 60) return null;
      const select = make("select", {}, make("option", { value: "", textContent: "全部" + text(th) }), ...values.map(v => make("option", { value: v, textContent: v })));
      select.setAttribute("aria-label", text(th));
      const sort = () => select.append(...[...select.options].slice(1).sort((a, b) => inOrder(a.value, b.value)));
      ["pointerdown", "focus"].forEach(e => select.addEventListener(e, sort, { once: true }));
      return { select, i };
    }).filter(Boolean);
    const apply = () => {
      const words = box.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      rows.forEach(r => {
        const all = r.textContent.toLowerCase();
        r.hidden = !(words.every(w => all.includes(w)) && selects.every(s => !s.select.value || text(r.cells[s.i]) === s.select.value));
      });
      report();
    };
    box.addEventListener("input", apply);
    row.append(box);
    selects.forEach(s => { s.select.addEventListener("change", apply); row.append(s.select); });
  }

  function csv(rows) {
    const cell = value => {
      // A cell that a spreadsheet would run as a formula is kept as text.
      const safe = /^[=+\-@\t\r]/.test(value) && number(value) === null ? "'" + value : value;
      return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
    };
    return "\uFEFF" + rows.map(r => r.map(cell).join(",")).join("\r\n") + "\r\n";
  }

  async function copyText(value) {
    try { await navigator.clipboard.writeText(value); return true; } catch {
      const area = make("textarea", { value });
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  }

  document.querySelectorAll("table[data-tools]").forEach(table => {
    const tools = (table.dataset.tools || "").split(" ");
    const size = shown(table).length;
    if (!tools[0] || !table.tHead || size < 2) return;
    const row = make("div", { className: "tools-row" });
    const count = make("span", { className: "count" });
    count.setAttribute("role", "status");
    if (tools.includes("sort")) sortable(table);
    if (tools.includes("filter") && size >= 8) {
      const report = () => { const n = shown(table).length; count.textContent = n === size ? `${size} 行` : `${n} / ${size} 行`; };
      filterable(table, row, report);
      report();
    }
    if (tools.includes("copy")) {
      const button = make("button", { type: "button", textContent: "复制" });
      button.addEventListener("click", async () => {
        const done = await copyText(matrix(table).map(r => r.join("\t")).join("\n"));
        button.textContent = done ? "已复制" : "未能复制";
        setTimeout(() => { button.textContent = "复制"; }, 1600);
      });
      row.append(button);
    }
    if (tools.includes("csv")) {
      const button = make("button", { type: "button", textContent: "下载当前表格（CSV）" });
      button.addEventListener("click", () => {
        const url = URL.createObjectURL(new Blob([csv(matrix(table))], { type: "text/csv;charset=utf-8" }));
        const link = make("a", { href: url, download: (table.dataset.name || "表格") + ".csv" });
        document.body.append(link);
        link.click();
        link.remove();
        setTimeout(() => URL.revokeObjectURL(url), 1000);
      });
      row.append(button);
    }
    row.append(count);
    if (row.childElementCount < 2) return;
    // Something to type in stands before the table; mere taking away stands quietly after it.
    const frame = table.closest(".scroll") || table;
    if (row.querySelector("input")) frame.before(row); else { row.classList.add("after"); frame.after(row); }
  });

  // 卡片: on a phone a row shows its name and its answer, the rest at a tap.
  const foldable = row => {
    const button = make("button", { type: "button", className: "unfold", textContent: "展开" });
    const fold = on => {
      row.classList.toggle("fold", on);
      button.textContent = on ? "展开" : "收起";
      button.setAttribute("aria-expanded", String(!on));
    };
    button.addEventListener("click", () => fold(!row.classList.contains("fold")));
    fold(true);
    row.querySelector("th").append(button);
  };
  // Those of the first screens at once, the others while nothing else is to be done: a long list has hundreds.
  const waiting = [...document.querySelectorAll("table.stack > tbody > tr:has(> .rest)")];
  const idle = window.requestIdleCallback || (act => setTimeout(act));
  const foldSome = () => {
    waiting.splice(0, 24).forEach(foldable);
    if (waiting.length) idle(foldSome);
  };
  foldSome();

  // 滚动区: only what does scroll takes a stop of the Tab key and says so.
  const marks = ["role", "tabindex", "aria-label"];
  const fit = new ResizeObserver(entries => new Set(entries.map(e => e.target.closest(".scroll"))).forEach(region => {
    const scrolls = region.scrollWidth > region.clientWidth;
    if (scrolls === region.hasAttribute("tabindex")) return;
    const [from, to] = scrolls ? ["data-", ""] : ["", "data-"];
    marks.forEach(name => { region.setAttribute(to + name, region.getAttribute(from + name)); region.removeAttribute(from + name); });
  }));
  const watch = region => [region, ...region.children].forEach(e => fit.observe(e));
  document.querySelectorAll(".scroll[tabindex]").forEach(watch);
  document.addEventListener("fg-region", e => watch(e.target));

  // A figure that scrolls, as in large type on a phone, takes a stop of the Tab key too.
  const reach = new ResizeObserver(entries => entries.forEach(({ target }) => {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0; else target.removeAttribute("tabindex");
  }));
  document.querySelectorAll("figure.chart").forEach(figure => reach.observe(figure));

  // 核对文件: read on this machine and sent nowhere. Where a browser offers no digests the commands remain.
  const check = document.querySelector("[data-check-files]");
  if (check && window.crypto && crypto.subtle) {
    const known = new Map([...document.querySelectorAll("a[data-sha256]")].map(a => [a.dataset.sha256, decodeURIComponent(a.pathname).split("/").slice(-2).join("/")]));
    const said = make("ul", { role: "status" });
    check.after(said);
    check.hidden = false;
    check.querySelector("input").addEventListener("change", async e => {
      const lines = await Promise.all([...e.target.files].map(async file => {
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
        const same = known.get([...digest].map(b => b.toString(16).padStart(2, "0")).join(""));
        return make("li", { textContent: same ? `${file.name}：与发布的 ${same} 相同` : `${file.name}：不是本页发布的文件，或已被改动` });
      }));
      said.replaceChildren(...lines);
    });
  }

  // 代码块
  document.querySelectorAll(".prose pre").forEach(pre => {
    const button = make("button", { type: "button", className: "copy", textContent: "复制" });
    const code = pre.textContent;
    button.addEventListener("click", async () => { button.textContent = await copyText(code) ? "已复制" : "未能复制"; });
    pre.tabIndex = 0;
    pre.append(button);
  });
})();
