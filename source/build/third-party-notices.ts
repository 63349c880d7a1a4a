import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Metafile} from 'esbuild';

type Package = {
	readonly name: string;
	readonly version: string;
	readonly license: string;
	readonly text: string;
};

/**
The notices of every package whose code is in the bundle, by name: version, license, and the text of its license
file. A package that names MIT but carries no file gets the usual text of that license, taken from `mitText`.
Rejects when a package says nothing about its license.
*/
export async function thirdPartyNotices(metafile: Metafile, root: string, mitText: string): Promise<string> {
	const used = Object.values(metafile.outputs).flatMap(({inputs}) =>
		Object.entries(inputs)
			.filter(([, {bytesInOutput}]) => bytesInOutput > 0)
			.map(([file]) => file),
	);
	const folders = new Set(used.map(packageFolder).filter(folder => folder !== null));
	const packages = await Promise.all(
		[...folders].map(folder => readPackage(path.join(root, folder), mitText)),
	);
	const sections = new Map(
		packages.map(({name, version, license, text}) => [
			`${name} ${version}`,
			`${name} ${version}\nLicense: ${license}\n\n${text.trim()}\n`,
		]),
	);
	return [
		'The program contains code of these packages, under their own licenses.\n',
		...[...sections.keys()].sort().map(key => sections.get(key)),
	].join(`\n${'-'.repeat(78)}\n\n`);
}

function packageFolder(file: string): string | null {
	return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? null;
}

async function readPackage(folder: string, mitText: string): Promise<Package> {
	const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
	const {
		name,
		version,
		license,
		author,
	}: {name: string; version: string; license?: unknown; author?: unknown} = manifest;
	const files = (await readdir(folder)).filter(file =>
		/^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file),
	);
	const texts = await Promise.all(files.sort().map(file => readFile(path.join(folder, file), 'utf8')));
	if (texts.length > 0) {
		return {name, version, license: describe(license), text: texts.join('\n\n')};
	}

	if (license !== 'MIT') {
		throw new Error(`${name} ${version} has no license file, and its license field is ${describe(license)}`);
	}

	const holder = typeof author === 'string' && author !== '' ? author : `the authors of ${name}`;
	return {name, version, license, text: mitText.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`)};
}

function describe(license: unknown): string {
	return typeof license === 'string' && license !== '' ? license : 'see below';
}
