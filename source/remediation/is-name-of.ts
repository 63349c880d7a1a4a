import type {SafeText} from '../types/safe-text.ts';

/**
Whether what a person typed is the organization's name: the same letters, for how blanks and accents are stored makes
no other name. Before the first change of a visit to a live organization it has to be (reliability "wrong org / region").
*/
export function isNameOf(typed: string, name: SafeText): boolean {
	return plain(typed) !== '' && plain(typed) === plain(name);
}

function plain(text: string): string {
	return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
}
