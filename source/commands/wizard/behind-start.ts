import {guideDocument} from '../../controls/guide/index.ts';
import {controls} from '../../controls/index.ts';
import {guideChapters} from '../../report/guide/guide-chapters.ts';
import type {Guide} from '../../ui/effects/edges.ts';

// Loaded as one, right after the first frame.
export {openLink} from '../../terminal/open-link.ts';
export {exitSummary} from '../../ui/exit-summary.ts';
export {hashFile} from '../files/hash-file.ts';
export {readEvidence} from '../files/read-evidence.ts';
export {saveText} from '../files/save-text.ts';
export {openRoad} from '../opening/open-road.ts';
export {namedStartRows} from './named-start-rows.ts';
export {resumeCommand} from './resume-command.ts';

/** The controls and the guide by chapters. */
export function readGuide(): Guide {
	const {compliance, extras} = guideDocument;
	return {controls, chapters: guideChapters(), reference: {compliance, extras}};
}
