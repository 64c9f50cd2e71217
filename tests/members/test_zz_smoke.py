import time, cProfile, pstats
from datetime import date, timedelta
from factories.roster import *
from factories.world import build_world
from gongwei.members.importing import preview_members
async def test_perf(separate):
    world = await build_world(separate)
    br=[world["finance_office"].id, world["finance_units"].id, world["police_office"].id, world["archive"].id]
    def mk(phone="13012345678"):
        return [row("欧阳"+"一二三四五六七八九十"[i%10]+"甲乙丙丁戊己庚"[i%7], br[i%4], i%1000, born=date(1950,1,1)+timedelta(days=i//1000), education="20", nationality="01", phone=phone, joined_on=date(1990,1,1)) for i in range(21365)]
    rows=mk()
    from sqlalchemy import text
    from gongwei.members import import_rows
    import sqlalchemy
    async def prog(n): pass
    async with separate.transaction("*") as s:
        pr=cProfile.Profile(); 0; t0=time.time()
        await import_members(s, officer(world), rows[:4000], AS_OF, prog); print("import4000", time.time()-t0)
        0
    from sqlalchemy import event
    got=[]
    @event.listens_for(separate.engine.sync_engine,"before_cursor_execute")
    def b(conn,cur,st,par,ctx,many): got.append((st,par))
    async with separate.transaction("*") as s:
        await import_rows.plan(s, officer(world), rows[:1000])
        st,par=got[-1]
        got.clear()
        t0=time.time(); r=await (await s.connection()).exec_driver_sql("EXPLAIN (ANALYZE, BUFFERS) "+st, par); print(time.time()-t0)
        print("\n".join(x[0][:250] for x in r))
    pass
    for label, data in (("new",rows),("same",rows),("changed",mk("13112345678"))):
        t=time.time()
        async def prog(n): pass
        async with separate.transaction("*") as s:
            t0=time.time(); await preview_members(s, officer(world), data); print("preview",time.time()-t0)
            t0=time.time()
            out=await import_members(s, officer(world), data, AS_OF, prog); print("import", time.time()-t0)
        print(label, out, time.time()-t)
