// 文档与手册：没有脚本时页面照样完整。Tabs, the current part, terms, the filter of codes. No dependency, no request.
(() => {
  "use strict";
  const make = (tag, props, ...children) => {
    const node = Object.assign(document.createElement(tag), props || {});
    node.append(...children);
    return node;
  };
  const attributes = (node, all) => { Object.entries(all).forEach(([name, value]) => node.setAttribute(name, value)); return node; };
  const store = {
    get: key => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* A private window forgets the choice. */ } },
  };

  // 分页: one tab stop for a list, arrows within it; a choice holds for all lists that offer it.
  const lists = [...document.querySelectorAll(".tabs")].map((box, n) => {
    const panels = [...box.querySelectorAll(":scope > .tab")];
    const titles = panels.map(panel => panel.querySelector(":scope > .tab-title").textContent);
    const tabs = panels.map((panel, at) => {
      const tab = attributes(make("button", { type: "button", id: `tab-${n}-${at}`, textContent: titles[at] }), { role: "tab", "aria-controls": `panel-${n}-${at}` });
      panel.id = `panel-${n}-${at}`;
      attributes(panel, { role: "tabpanel", "aria-labelledby": tab.id, tabindex: "0" });
      return tab;
    });
    const show = at => tabs.forEach((tab, other) => {
      attributes(tab, { "aria-selected": String(other === at), tabindex: other === at ? "0" : "-1" });
      panels[other].hidden = other !== at;
    });
    const list = attributes(make("div", { className: "tablist" }, ...tabs), { role: "tablist", "aria-label": "几种做法" });
    const choose = (at, focus) => {
      const was = list.getBoundingClientRect().top;
      lists.forEach(l => { const same = l.titles.indexOf(titles[at]); if (same >= 0) l.show(same); });
      store.set("tab", titles[at]);
      if (focus) tabs[at].focus({ preventScroll: true });
      // Lists above may have grown or shrunk: the one in use stays under the finger.
      scrollBy(0, list.getBoundingClientRect().top - was);
    };
    list.addEventListener("click", e => { const at = tabs.indexOf(e.target.closest("[role=tab]")); if (at >= 0) choose(at); });
    list.addEventListener("keydown", e => {
      const at = tabs.indexOf(document.activeElement);
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[e.key];
      if (at < 0 || next === undefined) return;
      e.preventDefault();
      choose((next + tabs.length) % tabs.length, true);
    });
    box.prepend(list);
    box.classList.add("live");
    show(Math.max(0, titles.indexOf(store.get("tab"))));
    return { titles, show, panels };
  });
  // A link into a tab that is put away brings it forward.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    lists.forEach(({ panels, show }) => {
      const at = panels.findIndex(panel => target && panel.hidden && panel.contains(target));
      if (at >= 0) { show(at); target.scrollIntoView(); }
    });
  };
  addEventListener("hashchange", reveal);
  reveal();

  // 本页内容: the part that is being read is lit.
  const contents = document.querySelector(".onpage");
  if (contents) {
    const links = [...contents.querySelectorAll("a")];
    const parts = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    let asked = false, lit = null;
    const light = () => {
      asked = false;
      const line = innerHeight / 4;
      const isEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const read = parts.findLastIndex(part => part && part.getBoundingClientRect().top <= (isEnd ? innerHeight : line));
      if (links[read] === lit) return;
      if (lit) lit.removeAttribute("aria-current");
      lit = links[read] || null;
      if (!lit) return;
      lit.setAttribute("aria-current", "location");
      const { offsetTop, offsetHeight } = lit;
      if (offsetTop < contents.scrollTop || offsetTop + offsetHeight > contents.scrollTop + contents.clientHeight) {
        contents.scrollTop = offsetTop - contents.clientHeight / 2;
      }
    };
    const ask = () => { if (!asked) { asked = true; requestAnimationFrame(light); } };
    addEventListener("scroll", ask, { passive: true });
    addEventListener("resize", ask);
    light();
  }

  // 术语: pointing or Tab shows what a word means; Escape puts it away; a finger's first touch shows, its second leads on.
  const terms = document.querySelectorAll("a.term");
  if (terms.length) {
    const tip = attributes(make("div", { className: "term-tip", id: "term-tip", hidden: true }), { role: "tooltip" });
    let shown = null, timer = 0, byTouch = false;
    const hide = () => {
      clearTimeout(timer);
      if (shown) shown.removeAttribute("aria-describedby");
      shown = null;
      tip.hidden = true;
    };
    const show = term => {
      hide();
      shown = term;
      if (!tip.isConnected) document.body.append(tip);
      tip.textContent = term.dataset.meaning;
      tip.hidden = false;
      term.setAttribute("aria-describedby", tip.id);
      const at = term.getClientRects()[0];
      const most = document.documentElement.clientWidth - tip.offsetWidth - 8;
      tip.style.left = Math.max(8, Math.min(most, at.left)) + scrollX + "px";
      const below = at.bottom + 6 + tip.offsetHeight < innerHeight;
      tip.style.top = (below ? at.bottom + 4 : at.top - tip.offsetHeight - 4) + scrollY + "px";
    };
    // Time to move onto what is shown.
    const leave = () => { clearTimeout(timer); timer = setTimeout(hide, 200); };
    tip.addEventListener("pointerenter", () => clearTimeout(timer));
    tip.addEventListener("pointerleave", leave);
    terms.forEach(term => {
      term.addEventListener("pointerdown", e => { byTouch = e.pointerType === "touch" && shown !== term; });
      term.addEventListener("click", e => { if (byTouch) { e.preventDefault(); byTouch = false; show(term); } });
      term.addEventListener("pointerenter", e => { if (e.pointerType !== "touch") show(term); });
      term.addEventListener("pointerleave", e => { if (e.pointerType !== "touch") leave(); });
      term.addEventListener("focus", () => { if (!byTouch) show(term); });
      term.addEventListener("blur", hide);
    });
    document.addEventListener("keydown", e => { if (e.key === "Escape") hide(); });
    document.addEventListener("pointerdown", e => { if (shown && !e.target.closest("a.term, .term-tip")) hide(); });
  }

  // 诊断代码: found by code, by words of the message, by what it is.
  const codes = document.querySelector("[data-codes]");
  if (codes) {
    const items = [], groups = [];
    [...codes.children].forEach(node => {
      if (node.tagName === "H2") groups.push({ head: node, items: [] });
      else if (node.tagName === "H3") { items.push({ nodes: [node], group: groups.length - 1 }); groups.at(-1).items.push(items.at(-1)); }
      else if (items.length) items.at(-1).nodes.push(node);
    });
    items.forEach(item => { item.text = item.nodes.map(n => n.textContent).join(" ").toLowerCase(); });
    const box = attributes(make("input", { type: "search", placeholder: "代码或词语，如 FG0012、表头", autocomplete: "off" }), { "aria-label": "筛选诊断代码" });
    const kind = attributes(make("select", {}, make("option", { value: "", textContent: "全部" }), ...groups.map((g, n) => make("option", { value: String(n), textContent: g.head.textContent }))), { "aria-label": "轻重" });
    const count = attributes(make("span", { className: "count" }), { role: "status" });
    const apply = () => {
      const words = box.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      let left = 0;
      items.forEach(item => {
        const fits = words.every(w => item.text.includes(w)) && (!kind.value || Number(kind.value) === item.group);
        item.nodes.forEach(n => { n.hidden = !fits; });
        item.fits = fits;
        left += fits;
      });
      groups.forEach(g => { g.head.hidden = !g.items.some(item => item.fits); });
      count.textContent = left === items.length ? `${items.length} 条` : left ? `${left} / ${items.length} 条` : "没有符合的，换一个词试试";
    };
    box.addEventListener("input", apply);
    kind.addEventListener("change", apply);
    groups[0].head.before(make("div", { className: "tools-row" }, box, kind, count));
    box.value = new URLSearchParams(location.search).get("q") ?? "";
    apply();
  }

  document.querySelectorAll("[data-print]").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });
})();
