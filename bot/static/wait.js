// Follows an e-ID order: redraws the QR code each second and goes on when the app is done. Without
// this the page has a button for it, and looks again by itself while a QR code is shown.
// @ts-check
"use strict";
(() => {
  const order = document.getElementById("order");
  const hint = document.getElementById("hint");
  const goOn = document.getElementById("go-on");
  if (!order || !hint || !(goOn instanceof HTMLButtonElement)) return;
  const url = order.dataset.state || "";
  const every = 1000;

  /** @param {{size: number, path: string} | null | undefined} code */
  const draw = (code) => {
    const picture = document.getElementById("qr");
    const path = picture && picture.firstElementChild;
    if (!picture || !path) return;
    picture.toggleAttribute("hidden", !code);
    if (!code) return;
    picture.setAttribute("viewBox", `-4 -4 ${code.size + 8} ${code.size + 8}`);
    path.setAttribute("d", code.path);
  };

  const look = async () => {
    try {
      const answer = await fetch(url, { headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      /** @type {{state: string, hint?: string, qr?: {size: number, path: string} | null, app?: string}} */
      const now = await answer.json();
      if (now.state === "over") {
        location.reload();
        return;
      }
      // A live region that is written anew is read anew, so only news is written.
      if (now.hint && hint.textContent !== now.hint) hint.textContent = now.hint;
      if (now.state === "done") {
        goOn.click();
        return;
      }
      draw(now.qr);
      const app = document.getElementById("app");
      if (app instanceof HTMLAnchorElement && now.app) app.href = now.app;
    } catch {
      // The network is away for a moment: the next look may succeed.
    }
    setTimeout(look, every);
  };
  setTimeout(look, every);
})();
