document.getElementById("code").addEventListener("submit", (event) => {
  event.preventDefault();
  location.href = `/j/${encodeURIComponent(new FormData(event.target).get("code").trim())}`;
});
// Until this is here the form would go nowhere.
document.querySelector("#code button").disabled = false;
