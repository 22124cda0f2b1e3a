import type { ResultsView } from "../results/results-view";
import type { Tally } from "../results/tally";
import type { ConversationState } from "../schemas/conversation";
import type { OverlayKind } from "./overlay-options";

/** Why a statement takes its turn: it was asked for, or is among those of a kind. */
export type TurnReason = OverlayKind | "chosen";

/** One statement as an overlay shows it, in the language of the overlay where it was translated. */
export interface OverlayStatement {
  statement: number;
  text: string;
  lang: string | undefined;
  reason: TurnReason;
  /** How everybody voted; null where that may not be told, or of too few. */
  tally: Tally | null;
}

/** What those on stage have chosen for everybody to look at now. */
export interface OverlaySession {
  statement: OverlayStatement;
  isOpen: boolean;
  isRevealed: boolean;
}

/** What the map is drawn and described from. */
export type OverlayMapView = Pick<ResultsView, "version" | "onMap" | "map" | "groups" | "shared">;

/** Everything an overlay shows now; only statements that were accepted, only results that may be seen. */
export interface OverlayProgramme {
  title: string;
  state: ConversationState;
  /** Whether the results may be seen by whoever looks at this overlay. */
  isDisclosed: boolean;
  participants: number;
  /** How many statements are published. */
  statements: number;
  /** Null where results are hidden, and before the first analysis. */
  votes: number | null;
  hasGroups: boolean;
  /** In the order in which they take turns. */
  turns: OverlayStatement[];
  /** Null while nobody presents. */
  session: OverlaySession | null;
  /** Null where results are hidden, before the first vote, and in layouts without a map. */
  map: OverlayMapView | null;
}
