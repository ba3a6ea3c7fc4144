// A code that was wrong is there to be mended.
const tried = location.pathname.match(/^\/j\/(.+)$/);
if (tried) { document.getElementById("typed").value = decodeURIComponent(tried[1]).slice(0, 40); document.getElementById("typed").select(); }
document.getElementById("code").addEventListener("submit", (event) => {
  event.preventDefault();
  location.href = `/j/${encodeURIComponent(new FormData(event.target).get("code").trim())}`;
});
// Until this is here the form would go nowhere.
document.querySelector("#code button").disabled = false;
