"use strict";

// Loaded before the body so that a kept choice of colours never flashes.
(() => {
  const choices = ["auto", "light", "dark"];
  const root = document.documentElement;
  const store = openStore();
  const kept = store?.getItem("colours");
  let choice = choices.includes(kept) ? kept : "auto";

  // Where the reader has turned storage off, even asking for it throws.
  function openStore() {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  }

  const apply = () => {
    if (choice === "auto") delete root.dataset.colours;
    else root.dataset.colours = choice;
  };

  const offerSwitch = () => {
    const button = document.querySelector(".switch");
    const label = () => { button.textContent = button.dataset[choice]; };
    button.addEventListener("click", () => {
      choice = choices[(choices.indexOf(choice) + 1) % choices.length];
      store?.setItem("colours", choice);
      apply();
      label();
    });
    label();
    button.parentElement.hidden = false;
  };

  const offerCopies = () => {
    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll("[data-copy]")) {
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(button.dataset.copy);
        button.textContent = button.dataset.done;
      });
      button.setAttribute("aria-live", "polite");
      button.hidden = false;
    }
  };

  // One key leads to the search. Who speaks to the computer may say it unawares, and can turn it off on the search page.
  const offerKey = () => {
    const way = document.querySelector("[rel=search]");
    const box = document.querySelector(".keys input");
    if (!way || !store) return;
    if (box) {
      box.checked = store.getItem("key") !== "off";
      box.addEventListener("change", () => store.setItem("key", box.checked ? "on" : "off"));
      box.closest("[hidden]").hidden = false;
    }
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (store.getItem("key") === "off" || event.target.closest("input")) return;
      event.preventDefault();
      const field = document.querySelector("[role=search] input");
      if (field) field.focus();
      else way.click();
    });
  };

  // A box that scrolls sideways must be reachable from the keyboard.
  const openScrollers = () => {
    for (const box of document.querySelectorAll(".prose :is(table, pre)")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    }
  };

  apply();
  document.addEventListener("DOMContentLoaded", () => {
    offerSwitch();
    offerCopies();
    offerKey();
    openScrollers();
  });
})();
