import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import type {TestContext} from 'node:test';
import {type Answer, AUTHORITATIVE_ANSWER, decode, encode} from 'dns-packet';

/** A name server on loopback that gives these answers to every question; null keeps silent. Counts what it was asked. */
export async function serveAnswers(
	t: TestContext,
	answersTo: (name: string) => readonly Answer[] | number | null,
): Promise<{readonly address: string; readonly asked: string[]}> {
	const socket = createSocket('udp4');
	const asked: string[] = [];
	socket.on('message', (message, sender) => {
		const {id, questions} = decode(message);
		const [question] = questions ?? [];
		const name = question?.name ?? '';
		asked.push(name);
		const answers = answersTo(name);
		if (answers !== null && question !== undefined) {
			const answer = encode({
				type: 'response',
				...(id === undefined ? {} : {id}),
				flags: AUTHORITATIVE_ANSWER | (typeof answers === 'number' ? answers : 0),
				questions: [question],
				answers: typeof answers === 'number' ? [] : [...answers],
			});
			socket.send(answer, sender.port, sender.address);
		}
	});
	socket.bind(0, '127.0.0.1');
	await once(socket, 'listening');
	t.after(() => socket.close());
	return {address: `127.0.0.1:${socket.address().port}`, asked};
}
