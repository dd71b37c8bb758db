#!/bin/sh
# Writes a journal with every type of event through the real binary: make-every-event.sh DUTYDESK FOLDER
# The committed one is never written anew: it stands for all files of format 1 that are out there.
set -eu
desk=$1
export DUTYDESK_JOURNAL="$2/every-event.journal" DUTYDESK_LANG=zh
account=$(id -un)
do_() { "$desk" "$@" >/dev/null; }

do_ init --name 翠湖花园 --zone Asia/Shanghai
do_ staff add li.na --name 李娜 --role clerk --os-user "$account"
do_ staff add chen --name 陈刚 --role supervisor --os-user "$account"
do_ staff add wang --name 王强 --role technician --trade plumber --shift 00:00-24:00 --os-user "$account" \
  --phone 13900000001
do_ staff add zhao --name 赵敏 --role technician --trade electrician --shift 00:00-24:00
do_ staff add sun --name 孙 --role clerk
do_ staff edit zhao --name 赵敏敏
do_ staff leave sun
for room in 3-2-901 3-2-1201 3-2-1202; do do_ unit add $room; done
do_ unit edit 3-2-901 --note '门铃坏了，请敲门'
do_ contact add 3-2-1201 --name 张磊 --phone 13800001234 --owner
do_ contact edit 3-2-1201 --name 张磊 --phone 13800001235

# 1001: a repair from intake to its end, with one order declined, one withdrawn and one done.
do_ new repair --summary '厨房漏水 "很大"' --unit 3-2-1201 --caller 张磊 --urgency urgent --topic plumbing --rings 2 \
  --ref old-7 --important --on -10m
do_ classify 1001 --urgency critical
do_ edit 1001 --summary '厨房漏水 "更大了" 😀'
do_ assign 1001 --to li.na
do_ note 1001 --text "$(printf 'two\nlines, a tab\tand a \\ backslash')"
do_ dispatch 1001 --to zhao --force
do_ decline 1001.1 --why 不会
do_ dispatch 1001 --to wang
do_ withdraw 1001.2 --why 改派
do_ dispatch 1001 --to wang
for step in accept travel arrive; do do_ $step 1001.3 --actor wang; done
do_ pause 1001.3 --reason parts --text 缺角阀
do_ continue 1001.3
do_ complete 1001.3 --result 换角阀 --material '角阀 x2 @35.50' --labour 1h10m
do_ signoff 1001.3 住户签字
do_ resolve 1001 --result 已换角阀
do_ reply 1001 --text 已告知
do_ visit 1001 --satisfied yes
do_ inspect 1001 --passed yes
do_ close 1001

# 1002: a complaint with all that is said on the way.
do_ new complaint --summary 夜间施工 --topic noise --owner li.na
do_ respond 1002 --text 已回电
do_ check 1002 --finding 属实
do_ inform 1002 正在协调
do_ urge 1002 --text 又来电
do_ promise 1002 --by +2h 回电
do_ escalate 1002 --text 请主管定
do_ decide 1002 --text 限时施工
do_ wait 1002 --reason 等业主 --until +1d --text 不在家
# The writer of this one was stopped in the middle; the next command sets its bytes aside.
printf '{"seq":999,"prev":"half a li' >>"$DUTYDESK_JOURNAL"
do_ resume 1002

# 1003: closed and opened again; 1004: cancelled; 1005: left as it came in.
do_ new inquiry --summary 停车费怎么交 --owner li.na
do_ reply 1003 微信缴费
do_ close 1003
do_ reopen 1003 --text 没有解决
do_ new repair --summary 报错了 --unit 3-2-1202
do_ cancel 1004 --why mistake
do_ new suggestion --summary 多种树
