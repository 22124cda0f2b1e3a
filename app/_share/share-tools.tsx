"use client";

import { useSyncExternalStore } from "react";
import { Button } from "../_ui/button";
import ShareActions, { type ShareActionsProps } from "./share-actions";
import { ShareAddressField } from "./share-address-field";

/** The same on a page of its own, where there is something to print as well. */
export function ShareTools({ print, ...rest }: ShareActionsProps & { print: string }) {
  const hasScript = useSyncExternalStore(subscribe, isInBrowser, isOnServer);
  if (!hasScript) return <ShareAddressField label={rest.text.address} url={rest.url} />;
  return (
    <>
      <ShareActions {...rest} />
      <Button className="justify-self-start" onClick={() => window.print()}>
        {print}
      </Button>
    </>
  );
}

const subscribe = () => () => {};
const isInBrowser = () => true;
const isOnServer = () => false;
