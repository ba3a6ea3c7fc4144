// Looks now and then whether what was asked for is open by now.
async function look() {
  const answer = await fetch(location.href, { method: "HEAD" }).catch(() => null);
  if (answer?.ok) location.reload();
  else setTimeout(look, 4000);
}
setTimeout(look, 4000);
