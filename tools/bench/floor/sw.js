onactivate = (e) => e.waitUntil(clients.claim());
oninstall = (e) => e.waitUntil(caches.open("v1").then((c) => c.addAll(["./"])));
onfetch = (e) => e.respondWith(caches.match(e.request, { ignoreSearch: true }).then((r) => r || fetch(e.request)));
