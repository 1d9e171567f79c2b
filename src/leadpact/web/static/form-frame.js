/* Leadpact: a form in a frame tells the page around it how tall it is, so that nothing has to be scrolled. */
(() => {
  "use strict";
  const tell = () => window.parent.postMessage({ leadpactForm: document.documentElement.scrollHeight }, "*");
  new ResizeObserver(tell).observe(document.body);
  tell();
  document.getElementById("wrong")?.focus();
})();
