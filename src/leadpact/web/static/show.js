/* Leadpact: the page for trade shows. Each lead is kept on the phone first and leaves it only when the server has said
   what became of it; the id is made here, so that what is sent twice is taken once. */
(() => {
  "use strict";
  const form = document.getElementById("show-form");
  const told = JSON.parse(form.dataset.told);
  const $ = (id) => document.getElementById(id);
  const word = (name) => document.querySelector(`[data-word="${name}"]`)?.textContent || "";
  const PRACTICE = "leadpact-show-practice";
  const fresh = () => (crypto.randomUUID ? crypto.randomUUID() : Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, "0")).join(""));

  /* The queue on the phone. */
  let opened;
  const base = () => (opened ||= new Promise((done, failed) => {
    const asked = indexedDB.open("leadpact-show", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("queue", { keyPath: "id" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  }));
  const store = async (mode, act) => {
    const all = await base();
    return new Promise((done, failed) => {
      const turn = all.transaction("queue", mode), asked = act(turn.objectStore("queue"));
      turn.oncomplete = () => done(asked.result);
      turn.onerror = turn.onabort = () => failed(turn.error);
    });
  };
  const waiting = async () => (await store("readonly", (queue) => queue.getAll())).filter((each) => each.form === told.token).sort((a, b) => a.at_ms - b.at_ms);
  const put = (entry) => store("readwrite", (queue) => queue.put(entry));
  const drop = (id) => store("readwrite", (queue) => queue.delete(id));

  /* What stands on the page. */
  const isPractice = () => sessionStorage.getItem(PRACTICE) === "yes";
  const nameOf = (entry) => entry.values.name || entry.values.company || entry.values.email || entry.values.phone || word("nameless");
  const line = (list, text, more, act) => {
    const item = document.createElement("li"), strong = document.createElement("b"), small = document.createElement("small");
    strong.textContent = text;
    small.textContent = more;
    item.append(strong, " ", small);
    if (act) item.append(act);
    list.prepend(item);
  };
  const show = async () => {
    const entries = await waiting();
    $("show-count").textContent = String(entries.length);
    $("show-count-words").textContent = entries.length === 1 ? word("waits") : word("wait");
    $("show-queue").hidden = entries.length === 0;
    $("show-waiting").replaceChildren();
    for (const entry of entries) {
      let act = null;
      if (entry.wrong) {
        act = document.createElement("button");
        act.type = "button";
        act.className = "btn";
        act.textContent = word("mend");
        act.addEventListener("click", () => mend(entry));
      }
      line($("show-waiting"), nameOf(entry), entry.wrong || word("kept"), act);
    }
    $("show-practice").setAttribute("aria-pressed", String(isPractice()));
    document.body.classList.toggle("practice", isPractice());
    $("show-practice-note").hidden = !isPractice();
  };
  const say = (text, isLate = false) => {
    $("show-says").textContent = text;
    $("show-says").classList.toggle("late", isLate);
  };
  const fill = (values) => {
    for (const [name, text] of Object.entries(values)) {
      const field = form.elements[name];
      if (field && text) field.value = text;
    }
  };
  /* A lead that is mended stays in the queue as it was until the mended one takes its place. */
  let mended = null;
  const mend = (entry) => {
    form.reset();
    fill(entry.values);
    if (form.elements.agreed) form.elements.agreed.checked = entry.agreed;
    mended = entry;
    form.querySelector("input,select,textarea").focus();
  };

  /* Taking a lead. */
  const valuesOf = () => Object.fromEntries(told.fields.map((each) => [each.name, (form.elements[each.name]?.value || "").trim()]));
  const missing = (values) => told.fields.filter((each) => each.needed && !values[each.name]);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const values = valuesOf(), gaps = missing(values);
    const reach = told.fields.filter((each) => each.name === "email" || each.name === "phone");
    if (gaps.length) {
      say(`${word("missing")} ${gaps.map((each) => each.label).join(", ")}`, true);
      form.elements[gaps[0].name].focus();
      return;
    }
    if (!reach.some((each) => values[each.name])) {
      say(word("reach"), true);
      form.elements[reach[0].name].focus();
      return;
    }
    if (isPractice()) {
      line($("show-sent"), nameOf({ values }), word("practised"));
      form.reset();
      say(word("practised"));
      return;
    }
    try {
      const { id, at_ms } = mended || { id: fresh(), at_ms: Date.now() };
      await put({ id, form: told.token, at_ms, values, agreed: Boolean(form.elements.agreed?.checked) });
    } catch {
      say(word("full"), true);
      return;
    }
    mended = null;
    form.reset();
    say(word("taken"));
    form.querySelector("input,select,textarea").focus();
    await show();
    send();
  });

  /* Sending what waits. */
  const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] || form.elements.csrfmiddlewaretoken.value;
  let busy = false;
  const send = async () => {
    if (busy) return;
    busy = true;
    try {
      const entries = (await waiting()).filter((each) => !each.wrong).slice(0, 50);
      if (!entries.length) return;
      const body = JSON.stringify({ sent_ms: Date.now(), entries: entries.map(({ id, at_ms, values, agreed }) => ({ id, at_ms, values, agreed })) });
      const answer = await fetch("send/", { method: "POST", body, redirect: "manual", headers: { "Content-Type": "application/json", "X-CSRFToken": token() } });
      if (answer.type === "opaqueredirect" || answer.status === 403 || answer.status === 401) return say(word("sign-in"), true);
      if (!answer.ok) return say(answer.status < 500 ? (await answer.json()).says || word("later") : word("later"), true);
      for (const result of (await answer.json()).results) {
        const entry = entries.find((each) => each.id === result.id);
        if (!entry) continue;
        if (result.status === "refused") await put({ ...entry, wrong: result.says });
        else {
          await drop(entry.id);
          line($("show-sent"), nameOf(entry), result.says);
        }
      }
      say(word("sent"));
    } catch {
      say(word("offline"));
    } finally {
      busy = false;
      await show();
    }
  };
  $("show-send").addEventListener("click", send);
  window.addEventListener("online", send);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && send());
  setInterval(send, 30000);
  $("show-practice").addEventListener("click", () => {
    sessionStorage.setItem(PRACTICE, isPractice() ? "no" : "yes");
    show();
  });

  /* A business card: as text, or by the camera. */
  const plain = (text) => text.replace(/\\n/gi, " ").replace(/\\([,;\\:])/g, "$1").trim();
  const read = (text) => {
    const card = {}, lines = text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
    const set = (name, value) => { if (value && !card[name]) card[name] = plain(value); };
    if (/^MECARD:/i.test(text.trim())) {
      for (const part of text.trim().slice(7).split(/(?<!\\);/)) {
        const at = part.indexOf(":"), key = part.slice(0, at).toUpperCase(), value = part.slice(at + 1);
        if (key === "N") set("name", value.split(",").reverse().join(" "));
        set({ TEL: "phone", EMAIL: "email", ORG: "company", TITLE: "job_title", URL: "website" }[key], value);
      }
      return card;
    }
    for (const each of lines) {
      const at = each.indexOf(":");
      if (at < 0) continue;
      const key = each.slice(0, at).split(";")[0].toUpperCase().replace(/^ITEM\d+\./, ""), value = each.slice(at + 1);
      const parts = value.split(/(?<!\\);/);
      if (key === "FN") set("name", value);
      if (key === "N") set("given", [parts[1], parts[0]].filter(Boolean).join(" "));
      if (key === "ORG") set("company", parts[0]);
      if (key === "TITLE") set("job_title", value);
      if (key === "EMAIL") set("email", value);
      if (key === "TEL") set("phone", value.replace(/^tel:/i, ""));
      if (key === "URL") set("website", value);
      if (key === "ADR") { set("city", parts[3]); set("country", parts[6]); }
    }
    if (card.given) set("name", card.given);
    if (!Object.keys(card).length) {
      set("email", text.match(/[^\s<>:;,"]+@[^\s<>:;,"]+\.[^\s<>:;,"]+/)?.[0]);
      set("phone", text.match(/\+?[\d][\d ()/.-]{6,}\d/)?.[0]);
      const first = text.split(/\r?\n/).map((each) => each.trim()).find((each) => each && !each.includes("@") && !/\d{4}/.test(each));
      if (card.email || card.phone) set("name", first);
    }
    return card;
  };
  const use = (text) => {
    const card = read(text);
    const known = told.fields.filter((each) => card[each.name]);
    fill(Object.fromEntries(known.map((each) => [each.name, card[each.name]])));
    say(known.length ? `${word("read")} ${known.map((each) => each.label).join(", ")}` : word("unread"), !known.length);
  };
  $("card-use").addEventListener("click", () => { use($("card-text").value); });
  /* Most browsers cannot read a code by themselves: then the server reads it, from a small grey picture. */
  const WIDTH = 640, PAUSE_MS = 300;
  const ownFinder = async () => {
    const known = await window.BarcodeDetector?.getSupportedFormats?.().catch(() => []);
    if (!known?.includes("qr_code")) return null;
    const finder = new window.BarcodeDetector({ formats: ["qr_code"] });
    return async (video) => (await finder.detect(video).catch(() => []))[0]?.rawValue || "";
  };
  const askServer = async (video) => {
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH;
    canvas.height = Math.min(1280, Math.max(1, Math.round(WIDTH * video.videoHeight / video.videoWidth)));
    const drawn = canvas.getContext("2d", { willReadFrequently: true });
    drawn.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data } = drawn.getImageData(0, 0, canvas.width, canvas.height);
    const grey = new Uint8Array(data.length / 4);
    for (let at = 0; at < grey.length; at++) grey[at] = (data[4 * at] * 299 + data[4 * at + 1] * 587 + data[4 * at + 2] * 114) / 1000;
    const answer = await fetch(`read/?width=${WIDTH}`, { method: "POST", body: grey, redirect: "manual", headers: { "Content-Type": "application/octet-stream", "X-CSRFToken": token() } });
    if (!answer.ok) throw new Error(answer.type === "opaqueredirect" || answer.status === 403 || answer.status === 401 ? "sign-in" : "later");
    await new Promise((go) => setTimeout(go, PAUSE_MS));
    return (await answer.json()).text;
  };
  if (navigator.mediaDevices?.getUserMedia) {
    $("card-scan").hidden = false;
    $("card-scan").addEventListener("click", async () => {
      const video = $("card-video"), scan = $("card-scan");
      let stream = null, why = "no-camera", text = "";
      scan.disabled = true;
      try {
        const find = (await ownFinder()) || askServer;
        if (find === askServer && !navigator.onLine) return say(word("no-reader"), true);
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
        video.srcObject = stream;
        video.hidden = false;
        await video.play();
        const end = Date.now() + 30000;
        why = "unread";
        while (!text && Date.now() < end) {
          text = video.videoWidth ? await find(video) : "";
          await new Promise(requestAnimationFrame);
        }
      } catch (error) {
        if (why === "unread") why = ["sign-in", "later"].includes(error.message) ? error.message : "no-reader";
      } finally {
        for (const track of stream?.getTracks() || []) track.stop();
        video.hidden = true;
        scan.disabled = false;
      }
      if (!text) return say(word(why), true);
      $("card-text").value = text;
      use(text);
    });
  }

  /* Kept on the phone. */
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("/show/worker.js", { scope: "/show/" }).then(async () => {
      const ready = await navigator.serviceWorker.ready;
      const parts = [...document.querySelectorAll("link[rel=stylesheet],script[src],link[rel=icon]")].map((each) => each.href || each.src);
      navigator.serviceWorker.addEventListener("message", () => { document.body.dataset.kept = "yes"; $("show-kept").hidden = false; });
      ready.active.postMessage([location.pathname, ...parts]);
    }).catch(() => {});
    navigator.storage?.persist?.();
  }
  show().then(send);
})();
