// The clinic's own buttons open the chat through its public door.
for (const button of document.querySelectorAll("[data-ask]")) {
  button.addEventListener("click", () => window.Deskbell?.("open"));
}
