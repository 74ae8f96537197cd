// Sends a photograph as soon as it is chosen, made smaller here where the browser can, and asks for the answers anew once it arrived.
import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { paths } from "~/paths";

const longestEdge = 2048;

/** The same picture with its longer edge at most 2048 pixels; the original where the browser cannot do that. */
const smaller = async (file: File): Promise<Blob> => {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longestEdge / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.86));
    return blob && blob.size < file.size ? blob : file;
  } catch {
    return file;
  }
};

const problemFor = (status: number): string =>
  status === 413 ? "photo_too_large" : status === 415 ? "photo_kind" : status === 422 ? "photo_unreadable" : "photo_not_sent";

export const usePhotoUpload = (responseId: number, key: string, onArrived: () => void) => {
  const { revalidate } = useRevalidator();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const action = paths.answerPhotos(responseId, key);
  const send = async (file: File): Promise<void> => {
    setSending(true);
    setProblem(null);
    try {
      const body = new FormData();
      body.set("photo", await smaller(file), "photo");
      const response = await fetch(action, { method: "POST", body, redirect: "manual" });
      // A photograph that arrived is answered by leading back to the question.
      if (response.type !== "opaqueredirect") return setProblem(problemFor(response.status));
      onArrived();
      revalidate();
    } catch {
      setProblem("photo_not_sent");
    } finally {
      setSending(false);
    }
  };
  return { field: { action, isSending, send: (file: File) => void send(file), fileHref: paths.file }, problem };
};
