// The settled sheet: print it, keep it as a file that stands alone, and drop two files on the form.
"use strict";

document.querySelector("[data-print]")?.addEventListener("click", () => window.print());

document.querySelector("[data-keep]")?.addEventListener("click", () => {
  const whole = document.documentElement.cloneNode(true);
  for (const part of whole.querySelectorAll(".bar, script")) part.remove();
  for (const style of whole.querySelectorAll("style")) style.removeAttribute("nonce");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["<!doctype html>\n", whole.outerHTML], { type: "text/html" }));
  link.download = "settled.html";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
});

const form = document.querySelector("form.drop");
form?.addEventListener("dragover", (event) => event.preventDefault());
form?.addEventListener("drop", (event) => {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (!files.length) return;
  event.preventDefault();
  const inputs = [...form.querySelectorAll('input[type="file"]')];
  const own = event.target.closest("label, .field")?.querySelector('input[type="file"]');
  const order = own && files.length === 1 ? [own] : files.length === 1 ? [inputs.find((input) => !input.files.length) ?? inputs[0]] : inputs;
  order.forEach((input, place) => {
    if (!files[place]) return;
    const one = new DataTransfer();
    one.items.add(files[place]);
    input.files = one.files;
  });
});
