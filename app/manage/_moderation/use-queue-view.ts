"use client";

import { useEffect, useRef, useState } from "react";
import type { ModeratedStatement } from "@/server/services/statements/moderated-statement";
import { type Filter, filterStatements, neighbourOf } from "./filter-statements";

const SHOWN_AT_ONCE = 100;

/** What of the queue is on the screen, which statement is selected, and where the focus goes. */
export function useQueueView(statements: ModeratedStatement[]) {
  const [filter, setFilter] = useState<Filter>(() =>
    statements.some(({ moderation }) => moderation === "pending") ? "pending" : "all",
  );
  const [search, setSearch] = useState("");
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const [selectedId, setSelectedId] = useState<number | null>(null);
  const [rejectingId, setRejectingId] = useState<number | null>(null);
  const focus = useFocusOnce();
  const found = filterStatements(statements, { filter, search });
  const shown = found.slice(0, limit);

  const goTo = (id: number | null) => {
    setSelectedId(id);
    setRejectingId(null);
    focus.request(id);
  };

  return {
    filter,
    search,
    found,
    shown,
    selectedId,
    rejectingId,
    emptyRef: focus.emptyRef,
    setFilter: (wanted: Filter) => {
      setFilter(wanted);
      setLimit(SHOWN_AT_ONCE);
      setRejectingId(null);
    },
    setSearch,
    showMore: () => setLimit((before) => before + SHOWN_AT_ONCE),
    select: setSelectedId,
    goTo,
    startRejecting: (id: number) => {
      setSelectedId(id);
      setRejectingId(id);
    },
    stopRejecting: () => goTo(rejectingId),
    /** One down (+1) or up (-1); the first press selects the first statement. */
    step: (by: 1 | -1) => {
      const index = shown.findIndex(({ id }) => id === selectedId);
      const next = shown[index < 0 ? 0 : index + by];
      if (next) goTo(next.id);
    },
    /** After a decision: on to the neighbour where the statement leaves the list. */
    moveOn: (id: number) => goTo(filter === "all" ? id : neighbourOf(shown, id)),
  };
}

/** Sends the focus to a statement once it is on the page, or to the word that nothing is left. */
function useFocusOnce() {
  const emptyRef = useRef<HTMLParagraphElement>(null);
  const [wanted, setWanted] = useState<{ id: number | null } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const element =
      wanted.id === null ? emptyRef.current : document.getElementById(`statement-${wanted.id}`);
    element?.focus();
    element?.scrollIntoView({ block: "nearest" });
  }, [wanted]);
  return { emptyRef, request: (id: number | null) => setWanted({ id }) };
}
