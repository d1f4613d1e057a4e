/** A webhook and a mail server that take reports, or don't, as a trial has it. */
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What a receiver does with a message: takes it, refuses it, or never says. */
export type Manner = 'takes' | 'refuses' | 'hangs';

export interface Received {
  /** Id that the sender gave the message. */
  id: string;
  review: string;
  taken: boolean;
}

export interface Receiver {
  manner: Manner;
  /** How many milliseconds it thinks before it answers. */
  thinks: () => number;
  /** Everything that arrived whole, in that order. */
  readonly received: Received[];
  /** What plugin settings send reports here. */
  readonly settings: string[];
  stop(): Promise<void>;
}

const setting = (name: string, value: string | number) => `plugin.bsc-scorecard-app.${name}=${value}`;

/** The ids under which a review's report arrived, each once. */
export const idsOf = (receiver: Receiver, review: string) => [
  ...new Set(receiver.received.filter((message) => message.review === review).map(({ id }) => id)),
];

/** How often a review's report was taken. */
export const timesTaken = (receiver: Receiver, review: string) =>
  receiver.received.filter((message) => message.review === review && message.taken).length;

export async function startWebhook(): Promise<Receiver> {
  const sockets = new Set<Socket>();
  const server = createHttpServer(async (request, response) => {
    const { id, review } = JSON.parse(await textOf(request)) as { id: string; review: string };
    const taken = receiver.manner === 'takes';
    receiver.received.push({ id: String(request.headers['idempotency-key'] ?? id), review, taken });
    if (receiver.manner !== 'hangs') {
      setTimeout(() => response.writeHead(taken ? 204 : 500).end(), receiver.thinks());
    }
  });
  const port = await listening(server, sockets);
  const receiver = make(server, sockets, [setting('report_webhook_url', `http://127.0.0.1:${port}/hook`)]);
  return receiver;
}

export async function startMailServer(): Promise<Receiver> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    socket.on('error', () => undefined); // a sender that is killed breaks off
    socket.write('220 mailbox\r\n');
    let text = '';
    let inLetter = false;
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (!inLetter || text.includes('\r\n.\r\n')) {
        inLetter = answer(socket, text, inLetter);
        text = '';
      }
    });
  });
  const answer = (socket: Socket, text: string, inLetter: boolean): boolean => {
    const say = (line: string) => setTimeout(() => socket.write(`${line}\r\n`), receiver.thinks());
    if (receiver.manner === 'hangs') {
      return inLetter;
    }
    if (inLetter) {
      const taken = receiver.manner === 'takes';
      const id = /^Message-ID: <(.+)@/m.exec(text)?.[1] ?? '';
      const review = /meetings\/([a-z0-9-]+)/.exec(text)?.[1] ?? /filename="?([a-z0-9-]+)/.exec(text)?.[1] ?? '';
      receiver.received.push({ id, review, taken });
      say(taken ? '250 kept' : '451 not now');
      return false;
    }
    if (text.startsWith('DATA')) {
      say('354 go on');
      return true;
    }
    say(text.startsWith('QUIT') ? '221 bye' : '250 ok');
    return false;
  };
  const port = await listening(server, sockets);
  const receiver = make(server, sockets, [
    setting('smtp_host', `127.0.0.1:${port}`),
    setting('smtp_from', 'scorecard@example.org'),
    setting('smtp_plain', 'true'),
  ]);
  return receiver;
}

interface Server {
  listen(port: number, host: string, then: () => void): unknown;
  on(event: 'connection', seen: (socket: Socket) => void): unknown;
  address(): unknown;
  close(then: () => void): unknown;
}

function listening(server: Server, sockets: Set<Socket>): Promise<number> {
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

const make = (server: Server, sockets: Set<Socket>, settings: string[]): Receiver => ({
  manner: 'takes',
  thinks: () => 0,
  received: [],
  settings,
  stop: () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      sockets.forEach((socket) => socket.destroy());
    }),
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
  }
  return text;
}
