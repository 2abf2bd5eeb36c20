// The picker leads straight to the page of two vendors; without this script, to the page to choose
// on.
for (const form of document.querySelectorAll(".picker")) {
  const { left, right } = form.elements;
  if (right.options.length > 1) right.selectedIndex = 1;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const status = form.querySelector("[role=status]");
    if (left.value === right.value) {
      status.textContent = status.dataset.same;
      return;
    }
    const answer = await fetch(document.body.dataset.index);
    const index = await answer.json();
    const [first, second] = [left.value, right.value].sort();
    location.href = index.paths.comparison.replace("{left}", () => first)
      .replace("{right}", () => second);
  });
}
