declare module "virtual:icon-paths" {
  export const ArrowRight: string, ArrowUp: string, ArrowUpRight: string, Check: string, ChevronDown: string, ChevronRight: string;
  export const CircleAlert: string, Clock: string, ConciergeBell: string, FileText: string, Phone: string, RotateCw: string;
  export const ThumbsDown: string, ThumbsUp: string, UserRound: string, WifiOff: string, X: string;
}
