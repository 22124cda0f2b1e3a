// Runs in the page, as text: what tsx compiles calls helpers that no page has.
(() => {
  const variants = 8;
  const answers = [];
  const open = new Set();
  const flood = { answered: 0, fire: () => {} };
  window.plenumFlood = flood;

  // Otherwise on the page itself, so that everything that an update takes is counted.
  const isInWorker = window.plenumKeepsWorker === true;
  if (!isInWorker) window.Worker = undefined;

  // The pause between two readings would make a night of it.
  const wait = window.setTimeout;
  window.setTimeout = (act, ms, ...rest) => wait(act, ms === 500 ? 0 : ms, ...rest);

  window.EventSource = class extends EventTarget {
    static CLOSED = 2;
    readyState = 1;
    constructor() {
      super();
      open.add(this);
      wait(() => this.onopen?.(), 0);
    }
    close() {
      this.readyState = 2;
      open.delete(this);
    }
  };
  flood.fire = (version) => {
    const data = JSON.stringify({ version });
    for (const source of open) source.dispatchEvent(new MessageEvent("analysis", { data }));
  };

  const ask = window.fetch.bind(window);
  window.fetch = async (url, options) => {
    if (!String(url).includes("/overlay?") || isInWorker) return ask(url, options);
    if (answers.length === 0) {
      const first = await (await ask(url, options)).json();
      for (let index = 0; index < variants; index += 1) answers.push(vary(first, index));
    }
    const answer = answers[flood.answered % variants];
    flood.answered += 1;
    return new Response(answer, { headers: { "content-type": "application/json" } });
  };

  /** Land drifts, and people change their minds. */
  function vary(programme, index) {
    const copy = structuredClone(programme);
    for (const cluster of copy.map?.map.baseClusters ?? []) {
      cluster.center[0] += 0.05 * Math.sin(cluster.id + index);
      cluster.center[1] += 0.05 * Math.cos(cluster.id + index);
    }
    for (const { tally } of copy.turns) if (tally) tally.agrees += index;
    copy.votes += index;
    if (copy.map) copy.map.version += index;
    return JSON.stringify(copy);
  }

  flood.run = async (count) => {
    for (let index = 0; index < count; index += 1) {
      const before = flood.answered;
      flood.fire(before + 2);
      while (flood.answered === before) await new Promise((resolve) => wait(resolve, 0));
    }
  };
})();
