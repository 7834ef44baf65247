// For the day a deploy goes wrong beyond repair: put this file on the host as sw.js, under that name, in
// place of ours. Every phone that starts the app with a network takes its worker and the kept files away;
// the next start comes from the host. What people noted stays: no database, no setting is touched.
// Put the right sw.js back as soon as the site is well again.
const PREFIX = `unknot-${new URL(self.registration.scope).pathname}-`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  const remove = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name)));
    // No page is loaded again: a session may be running in it.
    await self.registration.unregister();
  };
  event.waitUntil(remove());
});
