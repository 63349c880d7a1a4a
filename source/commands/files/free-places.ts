import {lstat} from 'node:fs/promises';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {makeSafe} from '../../terminal/make-safe.ts';
import type {ReportTexts} from '../../ui/state/places.ts';

/** Numbers tried behind a name; who has that many reports of a day names the next one. */
const most = 99;

/** The folder, the one the program was started from unless told otherwise, and names made of `stem` that no file in it has yet. */
export async function freePlaces(
	stem: string,
	folder: string = startedFrom(),
): Promise<Pick<ReportTexts, 'folder' | 'names'>> {
	return {
		folder: makeSafe(folder, 1000),
		names: {
			markdown: await freeName(folder, stem, 'md'),
			json: await freeName(folder, stem, 'json'),
		},
	};
}

// A folder that was deleted meanwhile has no name any more.
function startedFrom(): string {
	try {
		return process.cwd();
	} catch {
		return homedir();
	}
}

async function freeName(folder: string, stem: string, extension: string): Promise<string> {
	for (let number = 1; number < most; number += 1) {
		const name = `${stem}${number === 1 ? '' : `-${number}`}.${extension}`;
		const found = await lstat(join(folder, name)).catch(() => null);
		if (found === null) {
			return name;
		}
	}

	return `${stem}.${extension}`;
}
