"""Draws a signer from landmarks: a picture without anyone's face, which MediaPipe reads back.

Input:  float32 [543, 3] in MediaPipe's holistic order (468 face, 21 left hand, 33 pose, 21 right hand), x and y in one unit, NaN
        where absent; face landmarks are not used.
Output: a BGR frame of 960x720 pixels. The same landmarks give the same pixels.

Used by drawn_samples.py. Needs numpy and OpenCV (Debian: python3-opencv).
"""
from __future__ import annotations

import cv2
import numpy as np

Color = tuple[int, int, int]  # BGR
SKIN: Color = (140, 175, 224)
SKIN_EDGE: Color = (96, 128, 180)
NAIL: Color = (190, 205, 240)
SHIRT: Color = (150, 92, 52)
SHIRT_EDGE: Color = (110, 64, 34)
HAIR: Color = (36, 44, 60)
WHITE_OF_EYE: Color = (245, 245, 245)
IRIS: Color = (60, 70, 90)
PUPIL: Color = (10, 10, 10)
LID: Color = (40, 50, 70)
LIPS: Color = (105, 100, 190)
MOUTH: Color = (70, 60, 120)
WALL_TOP, WALL_BOTTOM = (200, 196, 188), (150, 146, 140)

WIDTH, HEIGHT = 960, 720
SHOULDER_WIDTH = 0.36 * HEIGHT  # pixels
LEFT_HAND, POSE, RIGHT_HAND, HAND_SIZE = 468, 489, 522, 21
NOSE, LEFT_EYE, RIGHT_EYE, LEFT_EAR, RIGHT_EAR, MOUTH_LEFT, MOUTH_RIGHT = 0, 2, 5, 7, 8, 9, 10
LEFT_SHOULDER, RIGHT_SHOULDER = 11, 12
ARMS = ((12, 14, 16, RIGHT_HAND), (11, 13, 15, LEFT_HAND))  # shoulder, elbow, wrist of the pose; hand
FINGERS = [[0, 1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16], [17, 18, 19, 20]]
THUMB = 0
PALM, KNUCKLES = [0, 1, 5, 9, 13, 17], [0, 5, 9, 13, 17]
SUBPIXEL_BITS = 4  # coordinates are drawn in sixteenths of a pixel
SUBPIXEL = 1 << SUBPIXEL_BITS


def subpixel(value: float) -> int:
    return int(value * SUBPIXEL)


def point(p: np.ndarray) -> tuple[int, int]:
    return tuple(np.round(p * SUBPIXEL).astype(int).tolist())


def polygon(points: np.ndarray) -> np.ndarray:
    return np.round(points * SUBPIXEL).astype(np.int32)


class Canvas:
    """A picture and the shapes of a signer; lengths are in pixels."""

    def __init__(self):
        down = np.linspace(0, 1, HEIGHT)[:, None, None]
        self.image = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
        self.image[:] = (np.array(WALL_TOP) * (1 - down) + np.array(WALL_BOTTOM) * down).astype(np.uint8)

    def disc(self, center: np.ndarray, radius: float, color: Color) -> None:
        cv2.circle(self.image, point(center), subpixel(radius), color, -1, cv2.LINE_AA, SUBPIXEL_BITS)

    def line(self, a: np.ndarray, b: np.ndarray, color: Color, thickness: int) -> None:
        cv2.line(self.image, point(a), point(b), color, thickness, cv2.LINE_AA, SUBPIXEL_BITS)

    def ellipse(self, center: np.ndarray, width: float, height: float, color: Color, angle: float = 0, arc: tuple[int, int] = (0, 360),
                thickness: int = -1) -> None:
        """Half axes; filled unless it has a thickness."""
        axes = (subpixel(width), subpixel(height))
        cv2.ellipse(self.image, point(center), axes, angle, *arc, color, thickness, cv2.LINE_AA, SUBPIXEL_BITS)

    def capsule(self, a: np.ndarray, b: np.ndarray, radius_a: float, radius_b: float, color: Color, edge: Color, edge_width: float) -> None:
        """A limb: round at both ends, with an edge and a highlight."""
        a, b = np.array(a, float), np.array(b, float)
        along = b - a
        distance = np.linalg.norm(along)
        if distance < 1e-3:
            along, distance = np.array([1.0, 0]), 1
        along = along / distance
        across = np.array([-along[1], along[0]])
        for extra, paint in ((edge_width, edge), (0, color)):
            ra, rb = radius_a + extra, radius_b + extra
            outline = np.array([a + across * ra, b + across * rb, b - across * rb, a - across * ra])
            cv2.fillConvexPoly(self.image, polygon(outline), paint, cv2.LINE_AA, SUBPIXEL_BITS)
            self.disc(a, ra, paint)
            self.disc(b, rb, paint)
        light = tuple(int(min(255, channel * 1.12)) for channel in color)
        self.line(a - across * radius_a * 0.3, b - across * radius_b * 0.3, light, max(1, int(radius_a * 0.7)))

    def shape(self, points: np.ndarray, color: Color, edge: Color | None = None) -> None:
        """A filled polygon; with an edge, only its outline of two pixels in that colour."""
        if edge is None:
            cv2.fillPoly(self.image, [polygon(points)], color, cv2.LINE_AA, SUBPIXEL_BITS)
        else:
            cv2.polylines(self.image, [polygon(points)], True, edge, 2, cv2.LINE_AA, SUBPIXEL_BITS)

    def hand(self, joints: np.ndarray, depth: np.ndarray, size: float) -> None:
        """Fingers and palm from the farthest to the nearest; `size` is the distance from the wrist to the middle finger."""
        radius = size * 0.105
        palm_depth = depth[KNUCKLES].mean()
        palm_drawn = False
        for number in sorted(range(len(FINGERS)), key=lambda f: -depth[FINGERS[f]].mean()):
            finger = FINGERS[number]
            if not palm_drawn and depth[finger].mean() < palm_depth:
                self.palm(joints[PALM], radius)
                palm_drawn = True
            self.finger(joints[finger[1:] if number == THUMB else finger], radius)
        if not palm_drawn:
            self.palm(joints[PALM], radius)

    def finger(self, joints: np.ndarray, radius: float) -> None:
        for k, (a, b) in enumerate(zip(joints[:-1], joints[1:])):
            self.capsule(a, b, radius * (1 - 0.13 * k), radius * (1 - 0.13 * (k + 1)), SKIN, SKIN_EDGE, 1.5)
        tip, before = joints[-1], joints[-2]
        self.disc(tip - (tip - before) * 0.05, radius * 0.38, NAIL)

    def palm(self, corners: np.ndarray, radius: float) -> None:
        hull = cv2.convexHull(np.round(corners).astype(np.int32))
        center = corners.mean(0)
        rim = ((hull[:, 0] - center) * 1.12 + center).astype(np.int32)
        for outline, color, thickness in ((rim, SKIN_EDGE, int(radius * 1.3)), (hull, SKIN, int(radius * 1.0))):
            cv2.fillConvexPoly(self.image, outline, color, cv2.LINE_AA)
            cv2.polylines(self.image, [outline], True, color, thickness, cv2.LINE_AA)


class Signer:
    """The landmarks of a frame, moved and scaled so that the shoulders have their place in the picture."""

    def __init__(self, landmarks: np.ndarray):
        self.landmarks = landmarks
        pose = landmarks[POSE:RIGHT_HAND, :2]
        self._middle = (pose[LEFT_SHOULDER] + pose[RIGHT_SHOULDER]) / 2
        self._scale = SHOULDER_WIDTH / np.linalg.norm(pose[LEFT_SHOULDER] - pose[RIGHT_SHOULDER])
        self.pose = self.place(pose)
        self.chest = self.place(self._middle)
        ears_seen = not np.isnan(pose[LEFT_EAR, 0])
        self.head = self.place((pose[LEFT_EAR] + pose[RIGHT_EAR]) / 2) if ears_seen else self.pose[NOSE]
        ears = np.linalg.norm(self.pose[LEFT_EAR] - self.pose[RIGHT_EAR])
        self.head_width = max(ears, SHOULDER_WIDTH * 0.38)
        self.tilt = self._tilt()

    def place(self, p: np.ndarray) -> np.ndarray:
        return (p - self._middle) * self._scale + np.array([WIDTH / 2, HEIGHT * 0.62])

    def draw(self, canvas: Canvas) -> None:
        """From the back to the front."""
        self._draw_hair_and_neck(canvas)
        self._draw_torso(canvas)
        self._draw_face(canvas)
        for arm in ARMS:
            self._draw_arm(canvas, *arm)

    def _tilt(self) -> float:
        """Of the eyes, in degrees, within a quarter turn."""
        across = self.pose[LEFT_EYE] - self.pose[RIGHT_EYE]
        if np.isnan(self.pose[LEFT_EYE, 0]):
            return 0
        angle = np.degrees(np.arctan2(across[1], across[0]))
        return angle - 180 if angle > 90 else angle + 180 if angle < -90 else angle

    def _draw_hair_and_neck(self, canvas: Canvas) -> None:
        head, width = self.head, self.head_width
        canvas.ellipse(head + np.array([0, -width * 0.18]), width * 0.66, width * 0.86, HAIR)
        neck = (head + np.array([0, width * 0.4]), self.chest + np.array([0, SHOULDER_WIDTH * 0.02]))
        canvas.capsule(*neck, width * 0.27, width * 0.33, SKIN, SKIN_EDGE, 2)

    def _draw_torso(self, canvas: Canvas) -> None:
        w, left, right, chest, head_width = SHOULDER_WIDTH, self.pose[LEFT_SHOULDER], self.pose[RIGHT_SHOULDER], self.chest, self.head_width
        hip = np.array([0, w * 1.5])
        torso = np.array([
            right + [-w * 0.05, w * 0.28], right + [-w * 0.04, -w * 0.02],
            chest + [-head_width * 0.42, -w * 0.12], chest + [head_width * 0.42, -w * 0.12],
            left + [w * 0.04, -w * 0.02], left + [w * 0.05, w * 0.28],
            left + hip - [w * 0.04, 0], right + hip + [w * 0.04, 0]])
        canvas.shape(torso, SHIRT)
        canvas.ellipse(chest + [0, -w * 0.1], head_width * 0.4, head_width * 0.3, SKIN, arc=(0, 180))
        canvas.shape(torso, SHIRT, edge=SHIRT_EDGE)
        for down in np.linspace(0.2, 0.9, 5):
            fold = w * down * 1.3
            canvas.line(chest + np.array([-w * 0.3, fold]), chest + np.array([w * 0.3, fold + 10]), SHIRT_EDGE, 1)

    def _draw_face(self, canvas: Canvas) -> None:
        pose, width, tilt = self.pose, self.head_width, self.tilt
        nose = pose[NOSE]
        face = (nose + self.head) / 2 + np.array([0, -width * 0.02])
        canvas.ellipse(face, width * 0.5, width * 0.66, SKIN_EDGE, tilt)
        canvas.ellipse(face, width * 0.485, width * 0.645, SKIN, tilt)
        for ear in (pose[LEFT_EAR], pose[RIGHT_EAR]):
            canvas.ellipse(ear, width * 0.06, width * 0.13, SKIN_EDGE)
        for eye in (pose[LEFT_EYE], pose[RIGHT_EYE]):
            self._draw_eye(canvas, eye)
        bridge = (pose[LEFT_EYE] + pose[RIGHT_EYE]) / 2
        canvas.line(bridge, nose + [width * 0.03, -4], SKIN_EDGE, 2)
        canvas.ellipse(nose, width * 0.075, width * 0.045, SKIN_EDGE, arc=(0, 180), thickness=3)
        self._draw_mouth(canvas)
        canvas.ellipse(face + np.array([0, -width * 0.42]), width * 0.5, width * 0.26, HAIR, tilt, (180, 360))

    def _draw_eye(self, canvas: Canvas, eye: np.ndarray) -> None:
        width, tilt = self.head_width, self.tilt
        canvas.ellipse(eye, width * 0.105, width * 0.055, WHITE_OF_EYE, tilt)
        canvas.disc(eye, width * 0.05, IRIS)
        canvas.disc(eye, width * 0.022, PUPIL)
        canvas.ellipse(eye + np.array([0, -width * 0.02]), width * 0.11, width * 0.06, LID, tilt, (180, 360), 2)
        canvas.ellipse(eye + np.array([0, -width * 0.1]), width * 0.13, width * 0.06, HAIR, tilt, (200, 340), 4)

    def _draw_mouth(self, canvas: Canvas) -> None:
        left, right = self.pose[MOUTH_LEFT], self.pose[MOUTH_RIGHT]
        center, width = (left + right) / 2, np.linalg.norm(left - right)
        canvas.ellipse(center, width * 0.55, self.head_width * 0.045, LIPS, self.tilt)
        canvas.line(center - [width * 0.5, 0], center + [width * 0.5, 0], MOUTH, 2)

    def _draw_arm(self, canvas: Canvas, shoulder: int, elbow: int, wrist: int, hand: int) -> None:
        joints = self.landmarks[hand:hand + HAND_SIZE]
        has_hand = not np.isnan(joints[0, 0])
        if self.pose[wrist][1] > HEIGHT * 1.3 and not has_hand:
            return
        w, upper, lower = SHOULDER_WIDTH, self.pose[shoulder] + [0, SHOULDER_WIDTH * 0.06], self.pose[elbow]
        end = self.place(joints[0, :2]) if has_hand else self.pose[wrist]
        canvas.capsule(upper, lower, w * 0.15, w * 0.12, SHIRT, SHIRT_EDGE, 2)
        canvas.capsule(lower, lower + (end - lower) * 0.8, w * 0.115, w * 0.085, SHIRT, SHIRT_EDGE, 2)
        canvas.capsule(lower + (end - lower) * 0.78, end, w * 0.07, w * 0.06, SKIN, SKIN_EDGE, 2)
        if has_hand:
            placed = self.place(joints[:, :2])
            canvas.hand(placed, joints[:, 2], max(np.linalg.norm(placed[0] - placed[9]), w * 0.2))


def draw(landmarks: np.ndarray) -> np.ndarray:
    """The frame, softened and with the noise of a camera; the noise depends on the landmarks only."""
    canvas = Canvas()
    Signer(landmarks).draw(canvas)
    image = cv2.GaussianBlur(canvas.image, (0, 0), 1.0)
    seed = int(abs(landmarks[POSE, 0]) * 1e6) % 2 ** 32
    noise = np.random.default_rng(seed).normal(0, 3, image.shape)
    return np.clip(image + noise, 0, 255).astype(np.uint8)
