// @ts-check
/** Boxes that scroll: where there is more above or below, their edge fades. */

/** The boxes' own padding, and a little: nothing to be read is within it. */
const MARGIN_PX = 16;

/**
 * Keeps the classes `more-above` and `more-below` true; the style does the rest.
 *
 * @template {HTMLElement} T
 * @param {T} box
 * @returns {T}
 */
export function fadeEdges(box) {
  const look = () => {
    const below = box.scrollHeight - box.clientHeight - box.scrollTop;
    box.classList.toggle("more-above", box.scrollTop > MARGIN_PX);
    box.classList.toggle("more-below", below > MARGIN_PX);
  };
  box.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(box);
  new MutationObserver(look).observe(box, { childList: true, subtree: true });
  return box;
}
