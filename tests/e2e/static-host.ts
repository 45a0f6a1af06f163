import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

export interface StaticHost {
  /** Address of the page, on a name that browsers take for any host with TLS and the page not for this machine. */
  readonly address: string;
  /** The same page as `npm start` shows it. */
  readonly ownMachineAddress: string;
  /** Folder of the build that is served; another one may take its place. */
  dist: string;
  /** Refuses every connection, as if the network were gone. */
  isDown: boolean;
  /** Files that answer with the start page instead, as hosts with a fallback do. */
  wrong: RegExp | null;
  /** Files asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** A host that serves a build from a folder below its root. */
export async function startStaticHost(dist: string, folder = '/tools/sizing/'): Promise<StaticHost> {
  const server = createServer((request, response) => {
    if (host.isDown) {
      request.socket.destroy();
      return;
    }
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const file = path.startsWith(folder) ? path.slice(folder.length) || 'index.html' : undefined;
    host.asked.push(file ?? path);
    const isWrong = file !== undefined && host.wrong?.test(file);
    try {
      const name = isWrong ? 'index.html' : (file ?? '');
      const body = readFileSync(join(host.dist, name));
      response.setHeader('Content-Type', types[extname(name)] ?? 'text/plain');
      response.setHeader('Cache-Control', 'no-cache');
      response.end(body);
    } catch {
      response.writeHead(404).end('Not found');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  const host: StaticHost = {
    address: `http://plimsoll.localhost:${port}${folder}`,
    ownMachineAddress: `http://127.0.0.1:${port}${folder}`,
    dist,
    isDown: false,
    wrong: null,
    asked: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return host;
}
