// The dialog that lists the keys of a page, and turns them off.

let dialog;

const build = (opener, { make, keys, memory }) => {
  dialog = make("dialog", "", { className: "keys" });
  const title = make("h2", opener.textContent);
  const [close, label] = [make("button", opener.dataset.close), make("label")];
  const box = make("input", "", { type: "checkbox", checked: keys.areOn });
  title.id = "keys";
  dialog.setAttribute("aria-labelledby", title.id);
  label.append(box, ` ${opener.dataset.keys}`);
  const form = make("form", "", { method: "dialog" });
  form.append(label, close);
  dialog.append(title, make("dl"), form);
  document.body.append(dialog);
  box.addEventListener("change", () => {
    keys.areOn = box.checked;
    memory(box.checked ? "on" : "off");
  });
};

export default async (root, event, shared) => {
  if (event?.type !== "click") return;
  await shared.styled();
  if (!dialog) build(root.querySelector("button"), shared);
  const { make, named } = shared;
  dialog.querySelector("dl").replaceChildren(...[...named()].reverse().flatMap(([key, one]) => {
    const term = make("dt");
    term.append(make("kbd", key));
    return [term, make("dd", (one.labels?.[0] ?? one).textContent.trim())];
  }));
  dialog.showModal();
};
