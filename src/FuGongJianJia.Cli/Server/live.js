// Preview only: reloads the page after a build and shows what is wrong with the data. Never part of the published site.
(() => {
  "use strict";
  const box = document.createElement("section");
  box.setAttribute("role", "status");
  box.setAttribute("aria-label", "预览");
  Object.assign(box.style, {
    position: "fixed", insetInline: "0", insetBlockEnd: "0", maxBlockSize: "45vh", overflow: "auto", zIndex: "9999", display: "none",
    background: "#fff", color: "#1e1a16", borderBlockStart: "3px solid #a3201d", padding: "1rem 1.5rem", font: "15px/1.7 system-ui, sans-serif",
  });
  document.body.append(box);

  function titleOf(status) {
    if (status.building) {
      return "正在生成……";
    }
    if (status.good) {
      return "数据有提醒";
    }
    return status.build ? "数据有错，页面仍是上一次的样子" : "数据有错，还不能生成";
  }

  function show(status) {
    box.replaceChildren();
    box.style.display = status.building || status.problems.length ? "block" : "none";
    const title = document.createElement("strong");
    title.textContent = titleOf(status);
    const list = document.createElement("ul");
    for (const problem of status.problems) {
      const item = document.createElement("li");
      item.textContent = problem;
      list.append(item);
    }
    box.append(title);
    if (status.problems.length) {
      box.append(list);
    }
  }

  const source = new EventSource("/__fugong/events");
  let build = null;
  source.onmessage = (event) => {
    const status = JSON.parse(event.data);
    if (build !== null && status.build !== build) {
      location.reload();
      return;
    }
    build = status.build;
    show(status);
  };
})();
