import type {Click} from '../types/control.ts';

const switches: {readonly [name: string]: string} = {
	Org: 'Organization Settings',
	Project: 'Project Settings',
	Profile: 'Personal Settings',
};

/** Other ways to the place of a click, as sentences (guide-facts A: the shell of the settings, then and now). */
export function otherRoutes({path, url}: Pick<Click, 'path' | 'url'>): readonly string[] {
	const [first, second] = path;
	if (first === 'Settings' && second !== undefined) {
		const older = switches[second];
		return [
			'Settings opens with the gear: at the bottom left today, at the top right before.',
			...(older === undefined
				? []
				: [`Org, Project, Profile is a switch above the list on the left; ${second} was ${older} before.`]),
			...(url === null ? [] : [`The nearest page with an address: ${url}`]),
		];
	}

	return [
		...(first === 'Data' ? ['Data stands in the navigation on the left, outside the settings.'] : []),
		...(url === null ? [] : [`The page has an address: ${url}`]),
	];
}
