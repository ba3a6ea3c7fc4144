document.getElementById("code").addEventListener("submit", (event) => {
  event.preventDefault();
  location.href = `/j/${encodeURIComponent(new FormData(event.target).get("code").trim())}`;
});
