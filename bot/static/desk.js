// The desk's conversation: new lines appear by themselves. Without this the page has a link for it.
// @ts-check
"use strict";
(() => {
  const list = document.getElementById("lines");
  const status = document.getElementById("news");
  if (!(list instanceof HTMLOListElement) || !status) return;
  const url = list.dataset.news || "";
  const every = 3000;
  let newest = Number(list.dataset.newest || "0");

  /** @param {{number: number, sender: string, who: string, when: string, text: string}} line */
  const show = (line) => {
    const item = document.createElement("li");
    item.className = line.sender;
    const head = document.createElement("p");
    head.className = "note";
    const who = document.createElement("strong");
    who.textContent = line.who;
    head.append(who, " ", line.when);
    const text = document.createElement("p");
    text.className = "as-written";
    text.textContent = line.text;
    item.append(head, text);
    list.append(item);
    newest = Math.max(newest, line.number);
  };

  const look = async () => {
    try {
      const answer = await fetch(`${url}?efter=${newest}`, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const news = await answer.json();
      for (const line of news.lines) show(line);
      status.hidden = true;
      if (news.state === "done" && list.dataset.state !== "done") location.reload();
    } catch {
      // The connection is away or the login has ended; the link beside it says what to do.
      status.hidden = false;
    }
    setTimeout(look, every);
  };
  status.hidden = true;
  setTimeout(look, every);
})();
