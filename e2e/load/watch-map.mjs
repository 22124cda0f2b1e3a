// Runs in the page, as text: what tsx compiles calls helpers that no page has.
(() => {
  const clock = () => performance.timeOrigin + performance.now();
  window.plenumSightings = [];
  window.plenumVotes = () => {
    const text = document.querySelector("main")?.textContent ?? "";
    return Number(/([\d,]+) votes on/.exec(text)?.[1]?.replaceAll(",", "") ?? 0);
  };
  let last = window.plenumVotes();
  new MutationObserver((changes) => {
    const votes = window.plenumVotes();
    if (votes !== last) {
      const computedAt = document.querySelector("main time")?.dateTime ?? "";
      const computedAtMs = Date.parse(computedAt);
      window.plenumSightings.push({ votes, computedAtMs, mapAtMs: null });
      last = votes;
    }
    const newest = window.plenumSightings.at(-1);
    const isMapChanged = changes.some((change) => change.attributeName === "d");
    if (newest && newest.mapAtMs === null && isMapChanged) newest.mapAtMs = clock();
  }).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["d", "datetime"],
  });
  return last;
})();
