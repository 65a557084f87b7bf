/* 图：提示、方向键、与表格一起亮、下载。Without it a figure is a picture with titles and links, and stays one. */
(() => {
  "use strict";
  const root = document.documentElement;
  const make = (tag, props = {}, ...children) => {
    const e = Object.assign(document.createElement(tag), props);
    e.append(...children);
    return e;
  };
  const FAR = 28; // pixels within which a finger or a pointer means the nearest mark

  // What a mark says is its title, which a browser would show again by itself.
  const words = new WeakMap();
  const linkOf = mark => mark.closest("a[href]") || mark.querySelector(":scope > a[href]");
  const shownSvg = figure => [...figure.querySelectorAll(":scope > svg")].find(s => s.getClientRects().length);
  const marksOf = svg => {
    if (!svg.marks) {
      svg.marks = [...svg.querySelectorAll("title")].filter(t => t.parentNode !== svg).map(t => {
        const mark = t.parentNode;
        words.set(mark, t.textContent);
        t.remove();
        // The title was the name of its link.
        const link = linkOf(mark);
        if (link) link.setAttribute("aria-label", words.get(mark));
        return mark;
      });
    }
    return svg.marks;
  };

  // 提示
  const tip = make("div", { className: "tip", hidden: true });
  tip.setAttribute("role", "status");
  let current = null;
  const show = (mark, touch) => {
    if (mark === current && !tip.hidden) return;
    if (current) current.classList.remove("at");
    light(current, false);
    current = mark;
    if (!mark) { tip.hidden = true; return; }
    mark.classList.add("at");
    light(mark, true);
    if (!tip.isConnected) document.body.append(tip);
    const link = linkOf(mark);
    tip.replaceChildren(words.get(mark), ...(touch && link ? [" ", make("a", { href: link.getAttribute("href"), textContent: "查看 →" })] : []));
    tip.classList.toggle("touch", Boolean(touch && link));
    tip.hidden = false;
    const at = mark.getBoundingClientRect();
    const left = Math.max(8, Math.min(root.clientWidth - tip.offsetWidth - 8, at.left + at.width / 2 - tip.offsetWidth / 2));
    const above = at.top - tip.offsetHeight - 8;
    tip.style.left = left + scrollX + "px";
    tip.style.top = (above < 4 ? at.bottom + 8 : above) + scrollY + "px";
  };

  // 一起亮: a mark and the rows of the page's tables that lead to the same page, or bear its name.
  const absolute = link => link.href.baseVal !== undefined ? new URL(link.href.baseVal, document.baseURI).href : link.href;
  const keyOfRow = row => {
    const link = row.querySelector("th a[href]");
    const head = row.querySelector("th");
    return link ? absolute(link) : head && head.textContent.replace(/\s+/g, "");
  };
  // Looked up when the first mark or row is pointed at: a page may have thousands of rows, and most are never.
  let rows;
  const rowsOf = key => {
    if (!rows) {
      rows = new Map();
      document.querySelectorAll("main tbody tr").forEach(row => {
        const own = keyOfRow(row);
        if (own) rows.set(own, [...(rows.get(own) || []), row]);
      });
    }
    return rows.get(key) || [];
  };
  const keyOf = mark => {
    const link = linkOf(mark);
    return link ? absolute(link) : (words.get(mark) || "").split(/[：\s]/)[0];
  };
  const light = (mark, on) => mark && rowsOf(keyOf(mark)).forEach(row => row.classList.toggle("lit", on));
  const marksFor = row => {
    const key = keyOfRow(row);
    if (!key) return [];
    return figures.flatMap(f => { const svg = shownSvg(f); return svg ? marksOf(svg).filter(m => keyOf(m) === key) : []; });
  };

  const nearest = (svg, x, y) => {
    let best = null, least = FAR;
    for (const mark of marksOf(svg)) {
      const r = mark.getBoundingClientRect();
      const away = Math.hypot(Math.max(r.left - x, 0, x - r.right), Math.max(r.top - y, 0, y - r.bottom));
      // Of marks that lie on one another the smaller is meant: it is the harder to hit.
      const far = away + Math.min(r.width, r.height) * .01;
      if (far < least) { least = far; best = mark; }
    }
    return best;
  };

  const figures = [...document.querySelectorAll("figure.chart")].filter(f => f.querySelector("svg title"));
  figures.forEach(figure => {
    [...figure.querySelectorAll(":scope > svg")].forEach(svg => {
      const marks = marksOf(svg);
      if (marks.length) {
        let at = -1;
        svg.setAttribute("tabindex", "0");
        svg.addEventListener("pointermove", e => { if (e.pointerType !== "touch") show(nearest(svg, e.clientX, e.clientY)); });
        // What a finger showed stays when it lifts, until it touches elsewhere.
        svg.addEventListener("pointerleave", e => { if (e.pointerType !== "touch") show(null); });
        svg.addEventListener("click", e => {
          const mark = nearest(svg, e.clientX, e.clientY);
          const link = mark && linkOf(mark);
          if (e.pointerType === "touch") { e.preventDefault(); show(mark, true); } else if (link && !e.target.closest("a")) location.href = absolute(link);
        });
        svg.addEventListener("blur", e => { at = -1; if (!tip.contains(e.relatedTarget)) show(null); });
        svg.addEventListener("keydown", e => {
          const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -1e9, End: 1e9 }[e.key];
          if (e.key === "Escape") show(null);
          if (e.key === "Enter" && at >= 0 && linkOf(marks[at])) { location.href = absolute(linkOf(marks[at])); return; }
          if (!step) return;
          e.preventDefault();
          at = Math.abs(step) > 1e6 ? (step < 0 ? 0 : marks.length - 1) : (at + step + marks.length) % marks.length;
          marks[at].scrollIntoView({ block: "nearest", inline: "nearest" });
          show(marks[at]);
        });
      }
    });
    tools(figure);
  });
  if (!figures.length) return;
  document.addEventListener("pointerdown", e => { if (!e.target.closest("figure.chart > svg, .tip")) show(null); });
  let pointed = [];
  const point = row => {
    pointed.forEach(m => m.classList.remove("at"));
    pointed = row ? marksFor(row) : [];
    pointed.forEach(m => m.classList.add("at"));
  };
  document.querySelectorAll("main tbody").forEach(body => {
    body.addEventListener("pointerover", e => point(e.target.closest("tr")));
    body.addEventListener("focusin", e => point(e.target.closest("tr")));
    body.addEventListener("pointerleave", () => point(null));
    body.addEventListener("focusout", () => point(null));
  });

  // 下载: the figure as it stands here with its title above and its source below, on white, in the inks of paper.
  function tools(figure) {
    const line = figure.querySelector(".from");
    if (!line) return;
    const button = (text, act) => {
      const b = make("button", { type: "button", textContent: text });
      b.addEventListener("click", act);
      line.append(" ", b);
    };
    const name = () => figure.querySelector("figcaption").textContent.trim().replace(/[\\/:*?"<>|\s]+/g, "-");
    button("存为 PNG", async () => save(await png(sheet(figure)), name() + ".png"));
    button("存为 SVG", () => save(new Blob([text(sheet(figure))], { type: "image/svg+xml" }), name() + ".svg"));
  }

  const text = svg => '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(svg);

  function save(blob, name) {
    const url = URL.createObjectURL(blob);
    const link = make("a", { href: url, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  // The inks of paper, as in Palette.cs.
  const INKS = { ink: "#000000", second: "#595959", hairline: "#B3B3B3", paper: "#FFFFFF", cinnabar: "#A3201D", red: "#A3201D", norm: "#1F4E79", vigour: "#B86E00", warmth: "#7E5A9B", harmony: "#2B6E5E" };
  const NS = "http://www.w3.org/2000/svg";
  const measure = document.createElement("canvas").getContext("2d");
  function lines(words, font, width) {
    measure.font = font;
    const out = [];
    let line = "";
    for (const c of words) {
      if (line && measure.measureText(line + c).width > width && !/[，。；：、）”]/.test(c)) { out.push(line); line = ""; }
      line += c;
    }
    return line ? [...out, line] : out;
  }

  function sheet(figure) {
    const shown = shownSvg(figure);
    const [, , width, height] = shown.getAttribute("viewBox").split(" ").map(Number);
    const family = getComputedStyle(document.body).fontFamily, serif = getComputedStyle(document.querySelector("h1") || document.body).fontFamily;
    const edge = 20;
    const title = lines(figure.querySelector("figcaption").textContent.trim(), `700 18px ${serif}`, width);
    const canonical = document.querySelector("link[rel=canonical]");
    const page = canonical ? canonical.href + "#" + figure.id : "";
    const source = [...lines(figure.querySelector(".from span").textContent.trim(), `400 12px ${family}`, width), ...(page ? lines(page, `400 12px ${family}`, width) : [])];
    const demo = document.querySelector(".masthead .demo");
    if (demo) source.push(demo.textContent.trim());
    const top = edge + title.length * 26 + 10, all = top + height + 14 + source.length * 18 + edge;
    const svg = document.createElementNS(NS, "svg");
    for (const [k, v] of Object.entries({ viewBox: `0 0 ${width + 2 * edge} ${all}`, width: width + 2 * edge, height: all, "font-family": family })) svg.setAttribute(k, v);
    const put = (tag, attributes, content) => {
      const e = document.createElementNS(NS, tag);
      for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
      if (content) e.textContent = content;
      svg.append(e);
      return e;
    };
    put("title", {}, figure.querySelector("figcaption").textContent.trim());
    put("rect", { width: "100%", height: "100%", fill: "#fff" });
    title.forEach((t, i) => put("text", { x: edge, y: edge + 18 + i * 26, "font-size": 18, "font-weight": 700, "font-family": serif, fill: "#000" }, t));
    const body = put("g", { transform: `translate(${edge} ${top})`, "font-size": shown.getAttribute("font-size"), "stroke-width": shown.getAttribute("stroke-width") });
    for (const child of shown.cloneNode(true).children) body.append(child.cloneNode(true));
    const bold = "t-heibold", drop = ["title", "desc"];
    drop.forEach(tag => body.querySelectorAll(":scope > " + tag).forEach(e => e.remove()));
    body.querySelectorAll("[class]").forEach(e => {
      for (const c of e.classList) {
        const [kind, token] = [c[0], c.slice(2)];
        if (c === "f-none") e.setAttribute("fill", "none");
        else if (kind === "f" && INKS[token]) e.setAttribute("fill", INKS[token]);
        else if (kind === "s" && INKS[token]) e.setAttribute("stroke", INKS[token]);
      }
      if (e.classList.contains("t-small")) e.setAttribute("font-size", "12");
      if (e.classList.contains("a-middle")) e.setAttribute("text-anchor", "middle");
      if (e.classList.contains("a-end")) e.setAttribute("text-anchor", "end");
      if (e.classList.contains("w-line")) e.setAttribute("stroke-width", "1.6");
      if (e.classList.contains(bold)) e.setAttribute("font-weight", "700");
      if (/t-(song|title|kai|fangsong)/.test(e.getAttribute("class"))) e.setAttribute("font-family", serif);
      e.removeAttribute("class");
    });
    body.querySelectorAll("a").forEach(a => { a.setAttribute("href", new URL(a.getAttribute("href"), canonical ? canonical.href : document.baseURI).href); a.removeAttribute("tabindex"); });
    if (!canonical) body.querySelectorAll("a").forEach(a => a.replaceWith(...a.childNodes));
    source.forEach((t, i) => put("text", { x: edge, y: top + height + 14 + 13 + i * 18, "font-size": 12, fill: "#595959" }, t));
    return svg;
  }

  async function png(svg) {
    const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    const image = new Image();
    // The policy of the pages lets pictures come from within a page and from nowhere else.
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text(svg));
    await image.decode();
    const scale = Math.max(2, 1200 / width);
    const canvas = make("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise(done => canvas.toBlob(done, "image/png"));
  }

  // 本图链接: kept in the clipboard, too.
  document.querySelectorAll("figure.chart .from a[href^='#']").forEach(link => link.addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(link.href); link.textContent = "链接已复制"; setTimeout(() => { link.textContent = "本图链接"; }, 1600); } catch { /* The address bar has it. */ }
  }));
})();
