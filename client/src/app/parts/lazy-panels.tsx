import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { account, accountSheet, signIns, wasSignedIn } from "../../account/session.ts";
import { lazyPart } from "../../api/lazy-part.ts";
import { criteria } from "../../catalogue-criteria.ts";
import { correcting, ownOpen, queueOpen, reviewing, siteDraft } from "../../changes/view.ts";
import { enquiry } from "../../enquiry/view.ts";
import { exportOf } from "../../export/export-file.ts";
import { statusShown } from "../../features/status-shown.ts";
import { keyboardSheetOpen } from "../../keyboard/keyboard.ts";
import { cardOpen } from "../../layout/layout.ts";
import { tab } from "../../layout/view.ts";
import { projectFacets } from "../../projects/projects.ts";
import { trayOpen } from "../../unplaced/view.ts";

/** What a first visit does without: the card of a feature, the text of the plan, and the sheets. */
const accountPart = lazyPart(() => import("../../account/account-sheet.tsx"));
const cardPart = lazyPart(() => import("../../card/feature-card.tsx"));
const exportPart = lazyPart(() => import("../../export/export-sheet.tsx"));
const enquiryPart = lazyPart(() => import("../../enquiry/enquiry-sheet.tsx"));
const keyboardPart = lazyPart(() => import("../../keyboard/keyboard-sheet.tsx"));
const correctionPart = lazyPart(() => import("../../changes/correction-sheet.tsx"));
const ownChangesPart = lazyPart(() => import("../../changes/own-sheet.tsx"));
const bulkPart = lazyPart(() => import("../../changes/bulk-button.tsx"));
const buttonsPart = lazyPart(() => import("../../changes/change-buttons.tsx"));
const notificationsPart = lazyPart(() => import("../../notifications/notification-button.tsx"));
const sitePart = lazyPart(() => import("../../changes/site-sheet.tsx"));
const deskPart = lazyPart(() => import("../../review/desk-sheet.tsx"));
const queuePart = lazyPart(() => import("../../review/queue-sheet.tsx"));
const textPart = lazyPart(() => import("../../reading/text-panel.tsx"));
const trayPart = lazyPart(() => import("../../unplaced/tray.tsx"));
const confirmedPart = lazyPart(() => import("../../filter/confirmed-status.tsx"));
const unplacedPart = lazyPart(() => import("../../unplaced/groups.tsx"));

/** A panel that is fetched when its opener first has a value; then it stays, and opens and closes by itself. */
function lazyPanel<Props extends object>(
  opener: ReadonlySignal<unknown>,
  part: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const came = signal<{ Panel: ComponentType<Props> } | null>(null);
  return function LazyPanel(props: Props) {
    const isWanted = came.value === null && Boolean(opener.value);
    useEffect(() => {
      if (isWanted)
        void part().then((Panel) => {
          came.value = { Panel };
        });
    }, [isWanted]);
    const Panel = came.value?.Panel;
    return Panel ? <Panel {...props} /> : null;
  };
}

/** Wanted by whoever opens it, and from the start by those who were signed in when they left. */
const accountWanted = computed(() => accountSheet.value !== "closed" || wasSignedIn.value);

export const AccountSheet = lazyPanel(accountWanted, async () => (await accountPart()).AccountSheet);
export const ChangeButtons = lazyPanel<{ done?: () => void }>(account, async () => (await buttonsPart()).ChangeButtons);
export const BulkButton = lazyPanel(account, async () => (await bulkPart()).BulkButton);
export const NotificationButton = lazyPanel<{ done?: () => void }>(
  account,
  async () => (await notificationsPart()).NotificationButton,
);
export const FeatureCard = lazyPanel(cardOpen, async () => (await cardPart()).FeatureCard);
export const ExportSheet = lazyPanel(exportOf, async () => (await exportPart()).ExportSheet);
export const KeyboardSheet = lazyPanel(keyboardSheetOpen, async () => (await keyboardPart()).KeyboardSheet);
export const CorrectionSheet = lazyPanel(correcting, async () => (await correctionPart()).CorrectionSheet);
/** It opens by itself, too, after somebody has signed in. */
const ownWanted = computed(() => ownOpen.value || signIns.value > 0);
export const OwnChangesSheet = lazyPanel(ownWanted, async () => (await ownChangesPart()).OwnSheet);
export const SiteSheet = lazyPanel(siteDraft, async () => (await sitePart()).SiteSheet);
export const QueueSheet = lazyPanel(queueOpen, async () => (await queuePart()).QueueSheet);
/** Who looks at the queue opens a set of it next. */
const deskWanted = computed(() => queueOpen.value || reviewing.value !== null);
export const DeskSheet = lazyPanel(deskWanted, async () => (await deskPart()).DeskSheet);
export const TextPanel = lazyPanel(
  computed(() => tab.value === "text"),
  async () => (await textPart()).TextPanel,
);
/** Where some project has a state that staff has confirmed, or a link asks for it. */
const confirmedWanted = computed(
  () => statusShown.value === "confirmed" || Object.keys(projectFacets.value.facets.status_confirmed ?? {}).length > 0,
);
export const ConfirmedStatus = lazyPanel(confirmedWanted, async () => (await confirmedPart()).ConfirmedStatus);
export const UnplacedTray = lazyPanel(trayOpen, async () => (await trayPart()).Tray);
export const UnplacedSection = lazyPanel(signal(true), async () => (await unplacedPart()).UnplacedSection);
export const EnquirySheet = lazyPanel(
  computed(() => enquiry.value === "open"),
  async () => (await criteria()) ?? (await enquiryPart()).EnquirySheet,
);
