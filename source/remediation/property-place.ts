import type {Property} from '../types/facts.ts';

/** Where a property is defined: enough to read it and to change it. `rawName` is exact and never shown. */
export type PropertyPlace = {
	readonly projectId: string;
	readonly resourceType: Property['resourceType'];
	readonly rawName: string;
};

/** Longest name that is changed, in UTF-16 units; the API keeps 255 characters. */
const longestName = 1000;

/**
The place a property's id names (contract §4: `<project>:<Event|User>:<percent-encoded raw name>`). Null for any
other text, for a name that is no well-formed text and could not be asked for exactly, and for one too long.
*/
export function placeOfProperty(id: string): PropertyPlace | null {
	const {project, kind, name} =
		/^(?<project>\d{1,40}):(?<kind>Event|User):(?<name>.*)$/su.exec(id)?.groups ?? {};
	if (project === undefined || name === undefined || (kind !== 'Event' && kind !== 'User')) {
		return null;
	}

	const rawName = decodeName(name);
	return rawName === null || rawName === '' || rawName.length > longestName
		? null
		: {projectId: project, resourceType: kind, rawName};
}

function decodeName(encoded: string): string | null {
	try {
		return decodeURIComponent(encoded);
	} catch {
		return null;
	}
}
