// A Plenum conversation in somebody's page; docs/embedding.md describes it.
//   <plenum-conversation slug="…">, <div data-plenum="…">, <div class="polis" data-conversation_id="…">
(() => {
  const name = "plenum-conversation";
  const base = new URL(".", document.currentScript.src).href;
  const shown = ["view", "lang", "theme", "accent", "parts"];
  const given = ["slug", "polis", ...shown, "identity", "height", "keep", "title"];
  const events = ["ready", "voted", "wrote", "done", "problem"];
  // As much as it takes in most places; results take more than a screen, whatever its height.
  const heightFor = (place) =>
    Math.max(
      920,
      1900 - 2 * place.clientWidth,
      /results|both/.test(place.getAttribute("view")) && innerHeight,
    );
  const attempt = (act) => {
    try {
      return act();
    } catch {
      return null; // this page may keep nothing
    }
  };

  class Conversation extends HTMLElement {
    static observedAttributes = ["slug", ...shown, "identity"];

    connectedCallback() {
      if (this.frame) return;
      const frame = document.createElement("iframe");
      this.frame = frame;
      this.base = this.getAttribute("server") || base;
      this.origin = new URL(this.base).origin;
      // The place that the page holds for it, or one of our own: nothing jumps when it fills.
      const held = this.offsetHeight;
      Object.assign(this.style, { display: "block", minHeight: 0 });
      this.height = +this.getAttribute("height") || (held > 200 ? held : heightFor(this));
      frame.title = this.getAttribute("title") || "Plenum";
      frame.style.cssText = `display:block;width:100%;border:0;height:${this.height}px`;
      this.hear = (event) => this.receive(event);
      addEventListener("message", this.hear);
      this.replaceChildren(frame);
      this.watch = new IntersectionObserver(
        ([entry], watch) => {
          if (!entry.isIntersecting) return;
          watch.disconnect();
          this.load();
        },
        { rootMargin: "100% 0px" }, // a screen ahead
      );
      this.watch.observe(this);
    }

    disconnectedCallback() {
      removeEventListener("message", this.hear);
      this.watch.disconnect();
      this.frame = null;
    }

    attributeChangedCallback() {
      if (this.frame?.src) this.load();
    }

    load() {
      // What stood in its place, where it was read only after this began.
      for (const node of [...this.childNodes]) if (node !== this.frame) node.remove();
      const slug = this.getAttribute("slug");
      // An id of Pol.is: which conversation that is, the server knows.
      const polis = !slug && `polis/${encodeURIComponent(this.getAttribute("polis"))}`;
      const url = new URL(polis || `embed/${encodeURIComponent(slug)}`, this.base);
      this.key = `plenum:${this.origin}/${polis || slug}`;
      for (const key of shown) {
        if (this.hasAttribute(key)) url.searchParams.set(key, this.getAttribute(key));
      }
      // After the hash: a browser sends that to nobody.
      const secret = new URLSearchParams();
      const token = attempt(() => localStorage.getItem(this.key));
      if (token) secret.set("token", token);
      for (const key of ["identity", "keep"]) {
        if (this.getAttribute(key)) secret.set(key, this.getAttribute(key));
      }
      url.hash = secret;
      // Another identity is another hash, for which a frame that is there would not load again.
      const frame = this.frame.src ? this.frame.cloneNode() : this.frame;
      frame.src = url;
      if (frame !== this.frame) this.frame.replaceWith(frame);
      this.frame = frame;
    }

    receive({ source, origin, data }) {
      const { frame } = this;
      if (source !== frame.contentWindow || origin !== this.origin || data?.plenum !== 1) return;
      const { plenum, type, ...detail } = data;
      if (type === "ready") {
        source.postMessage({ plenum: 1, type: "hello" }, origin);
        if (!this.hasAttribute("title")) frame.title = detail.title;
      }
      if (type === "height") this.resize(detail.height);
      if (type === "token") {
        attempt(() =>
          detail.token
            ? localStorage.setItem(this.key, detail.token)
            : localStorage.removeItem(this.key),
        );
      }
      if (events.includes(type)) {
        this.dispatchEvent(new CustomEvent(`plenum-${type}`, { bubbles: true, detail }));
      }
    }

    resize(height) {
      const { frame } = this;
      if (!(height > 0)) return;
      // Smaller only once somebody uses it, or out of sight: a page that is read does not jump.
      const isUsed = document.activeElement === frame || this.used;
      this.used = isUsed;
      const { top } = frame.getBoundingClientRect();
      if (height < this.height && !isUsed && top < innerHeight) return;
      this.height = Math.min(height, 20000);
      frame.style.height = `${this.height}px`;
    }
  }

  const upgrade = () => {
    for (const place of document.querySelectorAll("[data-plenum],.polis[data-conversation_id]")) {
      const { dataset } = place;
      if (place.querySelector(name)) continue;
      const element = document.createElement(name);
      element.setAttribute("server", base);
      const { offsetHeight } = place;
      const values = {
        lang: dataset.ui_lang,
        height: offsetHeight > 200 && offsetHeight,
        ...dataset,
      };
      values.slug = dataset.plenum;
      values.polis = dataset.conversation_id;
      for (const key of given) if (values[key]) element.setAttribute(key, values[key]);
      place.replaceChildren(element);
    }
  };
  if (!customElements.get(name)) customElements.define(name, Conversation);
  upgrade();
  addEventListener("DOMContentLoaded", upgrade);
})();
