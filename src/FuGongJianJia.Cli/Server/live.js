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

  function button(text, does) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    Object.assign(made.style, {
      font: "inherit", fontSize: "13px", padding: "0 .6rem", marginInlineStart: ".6rem", minBlockSize: "24px",
      border: "1px solid #8a7f72", borderRadius: "3px", background: "#fbf8f3", color: "inherit", cursor: "pointer",
    });
    made.addEventListener("click", () => does(made));
    return made;
  }

  // Where the clipboard is not to be had, the text is selected instead, to be copied by hand.
  async function copy(text, made, shown) {
    try {
      await navigator.clipboard.writeText(text);
      made.textContent = "已复制";
    } catch {
      getSelection().selectAllChildren(shown);
    }
  }

  async function open(number, key, made) {
    const answer = await fetch(`/__fugong/open?problem=${number}&key=${key}`);
    made.textContent = answer.ok ? "已打开" : "打不开";
  }

  function item(problem, number, key) {
    const made = document.createElement("li");
    const text = document.createElement("span");
    text.textContent = problem.text;
    made.append(text, button("复制", (b) => copy(problem.text, b, text)));
    if (problem.opens) {
      made.append(button("打开文件", (b) => open(number, key, b)));
    }
    if (problem.severity === "错误") {
      text.style.color = "#a3201d";
    }
    return made;
  }

  function show(status) {
    box.replaceChildren();
    box.style.display = status.building || status.problems.length ? "block" : "none";
    const title = document.createElement("strong");
    title.textContent = titleOf(status);
    box.append(title);
    if (status.problems.length) {
      const list = document.createElement("ol");
      list.append(...status.problems.map((problem, number) => item(problem, number, status.key)));
      const whole = status.problems.map((problem) => problem.text).join("\n");
      box.append(button("全部复制", (b) => copy(whole, b, list)), list);
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
