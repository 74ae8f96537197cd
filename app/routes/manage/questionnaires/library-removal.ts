// Takes a question out of one's own library.
import { dropFromLibrary } from "~/features/questionnaires/library.server";
import { builderAct } from "./reply.server";

export const action = builderAct(async ({ ctx, questionnaireId: libraryId }) => dropFromLibrary(ctx, libraryId));
