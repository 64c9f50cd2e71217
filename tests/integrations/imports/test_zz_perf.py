import time, asyncio, resource, io
from datetime import date, timedelta
from openpyxl import Workbook
from factories.office import *
from gongwei.members.identity_number import identity_check_place
async def test_perf(office):
    await office.committed("organisations", ORGANISATIONS)
    book=Workbook(write_only=True); sh=book.create_sheet("x")
    sh.append(["2008年12月31日"]); sh.append(["姓名","性别","民族","公民身份号码","出生年月","学历","入党时间","所在党支部","联系电话","人员类别"])
    for i in range(21365):
        d=date(1940,1,1)+timedelta(days=i%15000)
        f=f"500103{d:%Y%m%d}{(i//15000)*2+1:03d}"
        n=f+identity_check_place(f)
        sh.append(["张"+chr(0x4e00+i%2000)+chr(0x4e00+i//2000),"男","汉",n,f"{d:%Y.%m}","大学",f"{d.year+25}.07" if d.year+25<2008 else "2008.01","中共区财政局机关支部委员会","13800000000","在职"])
    b=io.BytesIO(); book.save(b)
    r0=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    t=time.time(); up=await office.uploaded("members",("a.xlsx",b.getvalue())); print("upload",time.time()-t)
    from gongwei.integrations.jobs.service import run_waiting_jobs
    for action in ("check","commit"):
        t=time.time()
        a=await office.post(f"/imports/{up['id']}/actions/{action}")
        import cProfile,pstats; pr=cProfile.Profile(); c0=time.process_time(); pr.enable()
        w=asyncio.create_task(run_waiting_jobs(office.database,office.settings))
        told=[]; worst=0
        while not w.done():
            t1=time.time()
            j=await office.get(a.headers["location"].removeprefix("/api/v1"))
            worst=max(worst,time.time()-t1)
            if not told or told[-1][1:]!=(j["message"],j["done"]): told.append((round(time.time()-t,2),j["message"],j["done"]))
            await asyncio.sleep(0.5)
        pr.disable(); print('cpu',time.process_time()-c0); pstats.Stats(pr).sort_stats('tottime').print_stats(22); pstats.Stats(pr).sort_stats('cumtime').print_stats('gongwei',30)
        print(action,time.time()-t,"worst latency",worst,told[:4],len(told),told[-6:])
        j=await office.get(a.headers["location"].removeprefix("/api/v1")); print(j["state"],j["result"],j["problem"])
    print("rss",r0,resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
