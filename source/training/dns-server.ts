import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {AUTHORITATIVE_ANSWER, decode, encode} from 'dns-packet';

/** TXT texts by domain in lower case; null = the server fails to answer for it. */
export type Zone = ReadonlyMap<string, readonly string[] | null>;

export type DnsServer = {
	/** `127.0.0.1:PORT`. */
	readonly address: string;
	close(): Promise<void>;
};

// Response codes of RFC 1035, which the library takes as part of the flags.
const serverFailure = 2;
const nameError = 3;

/** A name server over UDP on loopback that knows TXT records of a zone and nothing else. */
export async function startDnsServer(zone: Zone): Promise<DnsServer> {
	const socket = createSocket('udp4');
	socket.on('message', (message, sender) => {
		const answer = answerTo(message, zone);
		if (answer !== null) {
			socket.send(answer, sender.port, sender.address);
		}
	});
	socket.bind(0, '127.0.0.1');
	await once(socket, 'listening');
	return {
		address: `127.0.0.1:${socket.address().port}`,
		async close() {
			const ended = once(socket, 'close');
			socket.close();
			await ended;
		},
	};
}

function answerTo(message: Buffer, zone: Zone): Buffer | null {
	try {
		const {id, type, questions} = decode(message);
		const [question] = questions ?? [];
		if (type !== 'query' || question === undefined) {
			return null;
		}

		const texts = zone.get(question.name.toLowerCase());
		const code = texts === undefined ? nameError : texts === null ? serverFailure : 0;
		return encode({
			type: 'response',
			...(id === undefined ? {} : {id}),
			flags: AUTHORITATIVE_ANSWER | code,
			questions: [question],
			answers:
				question.type === 'TXT'
					? (texts ?? []).map(text => ({type: 'TXT', name: question.name, ttl: 60, data: chunks(text)}))
					: [],
		});
	} catch {
		// What is not DNS gets no answer.
		return null;
	}
}

/** A text as the strings of at most 255 bytes a record is made of. */
function chunks(text: string): string[] {
	return text.match(/.{1,255}/gsu) ?? [''];
}
