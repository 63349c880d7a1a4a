import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import {isFactsFile, parseFacts} from './facts-store.ts';
import {count, fields, list, Misfit, moment, rawText, word} from './field.ts';
import type {JournalContent} from './journal-chain.ts';
import {startChain} from './journal-chain.ts';
import {longestLine} from './read-journal.ts';
import {parseSessionFolder, type SessionKey, sessionFolder} from './session-key.ts';

const kind = 'mixpanel-harden session';
const schemaVersion = 1;

/** Largest archive, in bytes; a larger one would no longer fit into one text. */
export const longestArchive = 256 * 1024 * 1024;

export type ArchivedFacts = {readonly file: string; readonly sha256: string; readonly text: string};

/** A session in one file: its journal line by line as it stands, and the facts its assessments name. */
export type SessionArchive = {
	readonly key: SessionKey;
	/** Checksum of the journal's last line, so that a journal cut short is noticed. */
	readonly head: string;
	readonly journal: readonly string[];
	readonly facts: readonly ArchivedFacts[];
};

/** The archive as JSON; `exportedAt` in UTC. */
export function encodeArchive(archive: SessionArchive, tool: string, exportedAt: Date): string {
	const {key, head, journal, facts} = archive;
	return `${JSON.stringify(
		{
			archive: kind,
			schemaVersion,
			tool,
			exportedAt: exportedAt.toISOString(),
			session: sessionFolder(key),
			head,
			journal,
			facts,
		},
		null,
		1,
	)}\n`;
}

/**
Reads an archive back and checks every line, the chain, and each file of facts. Throws a UserError (exit code 2) for
anything that is not an archive exactly as it was exported, and for one of a newer version.
*/
export function parseArchive(text: string): {
	readonly archive: SessionArchive;
	readonly content: JournalContent;
} {
	try {
		const given = fields(JSON.parse(text));
		if (given['archive'] !== kind) {
			throw refused('It is not a session that this program exported.');
		}

		if (count(given['schemaVersion']) > schemaVersion) {
			throw newer();
		}

		moment(given['exportedAt']);
		const session = word(given['session']);
		const key = parseSessionFolder(session);
		if (count(given['schemaVersion']) !== schemaVersion || key === null) {
			throw refused('Its head is not as this program writes it.');
		}

		const head = word(given['head']);
		const journal = list(textLine)(given['journal']);
		const facts = list(archivedFacts)(given['facts']);
		const {content, named} = checkJournal(session, journal);
		if (content.head !== head) {
			throw refused('Its journal ends before the last line that was exported.');
		}

		checkFacts(facts, named);
		return {archive: {key, head, journal, facts}, content};
	} catch (error) {
		if (error instanceof Misfit || error instanceof SyntaxError) {
			throw refused('It is not a session that this program exported, or it was cut short.');
		}

		throw error;
	}
}

function checkJournal(
	session: string,
	lines: readonly string[],
): {readonly content: JournalContent; readonly named: ReadonlyMap<string, string>} {
	const named = new Map<string, string>();
	let good = 0;
	const chain = startChain(session, ({event}) => {
		good += 1;
		if (event.type === 'assessment_recorded' && event.assessment.facts !== undefined) {
			named.set(event.assessment.facts.file, event.assessment.facts.sha256);
		}
	});
	for (const [index, line] of lines.entries()) {
		const isGoingOn = chain.take(line, Buffer.byteLength(line) + 1, true);
		if (isGoingOn && good !== index + 1) {
			throw refused(`Line ${index + 1} of its journal is not as it was written.`);
		}

		if (!isGoingOn) {
			break;
		}
	}

	const reading = chain.finish();
	switch (reading.kind) {
		case 'whole':
			return {content: reading.content, named};
		case 'newer':
			throw newer();
		case 'other':
			throw refused('Its journal belongs to another organization than its head says.');
		case 'damaged':
			throw refused('Lines of its journal are missing, repeated or exchanged.');
		case 'foreign':
			throw refused('Its journal is empty.');
	}
}

function checkFacts(facts: readonly ArchivedFacts[], named: ReadonlyMap<string, string>): void {
	const seen = new Set<string>();
	for (const {file, sha256, text} of facts) {
		if (!isFactsFile(file) || named.get(file) !== sha256 || seen.has(file)) {
			throw refused('It holds facts that no assessment of its journal names.');
		}

		if (parseFacts(text, sha256).facts === null) {
			throw refused('Facts in it are not as they were written.');
		}

		seen.add(file);
	}
}

function textLine(value: unknown): string {
	if (typeof value !== 'string' || value.includes('\n') || Buffer.byteLength(value) > longestLine) {
		throw new Misfit('a line is expected');
	}

	return value;
}

function archivedFacts(value: unknown): ArchivedFacts {
	const given = fields(value);
	const {text} = given;
	if (typeof text !== 'string') {
		throw new Misfit('a text is expected');
	}

	return {file: rawText(given['file']), sha256: word(given['sha256']), text};
}

function newer(): UserError {
	return new UserError('The session is not imported.', {
		why: 'A newer version of mixpanel-harden wrote it.',
		next: 'Install that version and import it there.',
		exitCode: exitCodes.usage,
	});
}

function refused(why: string): UserError {
	return new UserError('The session is not imported.', {
		why,
		next: 'Export it again where it comes from, and copy the file whole.',
		exitCode: exitCodes.usage,
	});
}
